package io.rapport.profile.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a shop's raw files say of its customers at a moment, worked out in the plainest way and with no code of the service.
 *
 * @param orders each once
 * @param countries of customers, ISO 3166-1 alpha-2
 */
record RawShop(List<RawOrder> orders, Map<String, String> countries, Map<String, Instant> lastSeen, Instant now) {
    record RawOrder(String id, String customer, Instant at, BigDecimal revenue) {}

    /** Scores from 1 to 5. */
    record Rfm(int recency, int frequency, int monetary) {}

    Map<String, List<RawOrder>> byCustomer() {
        Map<String, List<RawOrder>> customers = new TreeMap<>();
        orders.forEach(order -> customers
                .computeIfAbsent(order.customer(), any -> new ArrayList<>())
                .add(order));
        return customers;
    }

    static BigDecimal revenue(List<RawOrder> orders) {
        return orders.stream().map(RawOrder::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long ordersSince(String customer, List<RawOrder> all, int days) {
        Instant from = now.minus(days, ChronoUnit.DAYS);
        return all.stream().filter(order -> order.at().isAfter(from)).count();
    }

    long count(Predicate<Map.Entry<String, List<RawOrder>>> which) {
        return byCustomer().entrySet().stream().filter(which).count();
    }

    /** Quintiles by nearest rank; who is equal has the same. */
    Map<String, Rfm> rfm() {
        Map<String, List<RawOrder>> customers = byCustomer();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, Integer> recency = fifths(customers, all -> (double) ChronoUnit.DAYS.between(last(all), today));
        Map<String, Integer> frequency = fifths(customers, all -> (double) all.size());
        Map<String, Integer> monetary = fifths(customers, all -> revenue(all).doubleValue());
        Map<String, Rfm> scores = new HashMap<>();
        customers
                .keySet()
                .forEach(customer -> scores.put(
                        customer, new Rfm(6 - recency.get(customer), frequency.get(customer), monetary.get(customer))));
        return scores;
    }

    private static LocalDate last(List<RawOrder> all) {
        return all.stream()
                .map(order -> LocalDate.ofInstant(order.at(), ZoneOffset.UTC))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Map<String, Integer> fifths(
            Map<String, List<RawOrder>> customers, Function<List<RawOrder>, Double> value) {
        double[] sorted =
                customers.values().stream().mapToDouble(value::apply).sorted().toArray();
        Map<String, Integer> fifths = new HashMap<>();
        customers.forEach((customer, all) -> {
            double own = value.apply(all);
            int below = 0;
            while (below < sorted.length && sorted[below] < own) {
                below++;
            }
            fifths.put(customer, Math.min(5, 1 + (int) Math.floor(5.0 * below / sorted.length)));
        });
        return fifths;
    }
}

package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The facts as docs/guides/data.md has them, each worked out over all calls by the shortest way that can be read. */
final class Naive {
    private final List<Call> calls;

    Naive(List<Call> calls) {
        this.calls = calls.stream()
                .sorted(Comparator.comparing(call -> call.event().at()))
                .toList();
    }

    private static boolean isActivity(Call call) {
        String name = call.event().name();
        boolean isMessage = name.startsWith("Email")
                || name.startsWith("Push")
                || name.startsWith("SMS")
                || name.startsWith("In-App");
        boolean isTracked = call.type() == EventType.TRACK
                && !isMessage
                && (!name.startsWith("Order ") || !call.event().context().isEmpty());
        return call.type() == EventType.PAGE || call.type() == EventType.SCREEN || isTracked;
    }

    /** The 20 that were named last, the latest first. */
    List<String> groups() {
        Map<String, Instant> named = new TreeMap<>();
        calls.stream()
                .filter(call -> call.type() == EventType.GROUP)
                .forEach(call -> named.put(
                        call.event().properties().path("groupId").asText(),
                        call.event().at()));
        return named.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(20)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The latest; of two at the same time the one that is last in the alphabet. Empty if none was said. */
    String country() {
        return calls.stream()
                .filter(call -> call.event().context().has("location"))
                .max(Comparator.comparing((Call call) -> call.event().at()).thenComparing(Naive::country))
                .map(Naive::country)
                .orElse("");
    }

    private static String country(Call call) {
        return call.event().context().at("/location/country").asText();
    }

    /** Starts and ends. */
    List<Instant[]> sessions() {
        List<Instant[]> sessions = new ArrayList<>();
        for (Call call : calls) {
            Instant at = call.event().at();
            Instant[] last = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
            if (!isActivity(call)) {
                continue;
            }
            if (last == null || Duration.between(last[1], at).compareTo(Duration.ofMinutes(30)) > 0) {
                sessions.add(new Instant[] {at, at});
            } else {
                last[1] = at;
            }
        }
        return sessions;
    }

    long secondsOnSite() {
        return sessions().stream()
                .map(session -> Duration.between(session[0], session[1]))
                .reduce(Duration.ZERO, Duration::plus)
                .toSeconds();
    }

    long tracked(String name) {
        return calls.stream().filter(call -> call.is(name)).count();
    }

    long of(EventType type) {
        return calls.stream().filter(call -> call.type() == type).count();
    }

    /** How many activities came by a context. */
    Map<String, Long> devices() {
        Map<String, Long> devices = new HashMap<>();
        for (Call call : calls) {
            String context = call.event().context().toString();
            String device = context.contains("iPhone")
                    ? "mobile iOS"
                    : context.contains("Windows") ? "desktop Windows" : "mobile Android";
            if (isActivity(call) && !call.event().context().isEmpty()) {
                devices.merge(device, 1L, Long::sum);
            }
        }
        return devices;
    }

    /** Quantity by product, with the value by currency. */
    Map<String, Integer> cart(Map<String, BigDecimal> values) {
        Instant emptied = calls.stream()
                .filter(call -> call.is("Order Completed"))
                .map(call -> call.event().at())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        List<Call> changes = calls.stream()
                .filter(call -> call.event().at().isAfter(emptied))
                .filter(call -> call.is("Product Added") || call.is("Product Removed"))
                .filter(call -> !product(call.event().properties()).isEmpty() && quantity(call) != 0)
                .sorted(Comparator.comparing((Call call) -> call.event().at())
                        .thenComparing(call -> product(call.event().properties()))
                        .thenComparing(Naive::quantity)
                        .thenComparing(
                                call -> price(call, call.event().properties()),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(call -> currency(call.event().properties())))
                .toList();
        Map<String, Integer> quantities = new TreeMap<>();
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, String> currencies = new HashMap<>();
        for (Call call : changes) {
            JsonNode properties = call.event().properties();
            String product = product(properties);
            quantities.merge(product, quantity(call), Integer::sum);
            quantities.computeIfPresent(product, (any, quantity) -> Math.max(0, quantity));
            BigDecimal price = price(call, properties);
            if (price != null) {
                prices.put(product, price);
                currencies.put(product, currency(properties).isEmpty() ? "EUR" : currency(properties));
            }
        }
        quantities.values().removeIf(quantity -> quantity == 0);
        quantities.forEach((product, quantity) -> {
            if (prices.containsKey(product)) {
                values.merge(
                        currencies.get(product),
                        prices.get(product).multiply(BigDecimal.valueOf(quantity)),
                        BigDecimal::add);
            }
        });
        return quantities;
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.asText().strip();
    }

    private static String product(JsonNode product) {
        String id = text(product.path("product_id"));
        return id.isEmpty() ? text(product.path("sku")) : id;
    }

    private static int quantity(Call call) {
        boolean isAdded = call.is("Product Added");
        JsonNode said = call.event().properties().path("quantity");
        int quantity = said.isMissingNode()
                ? isAdded ? 1 : 1 << 24
                : Math.max(
                        0,
                        new BigDecimal(said.asText())
                                .setScale(0, RoundingMode.CEILING)
                                .intValue());
        return isAdded ? quantity : -quantity;
    }

    private static BigDecimal price(JsonNode product) {
        JsonNode price =
                product.path("price").isObject() ? product.path("price").path("amount") : product.path("price");
        return price.isNull() ? null : new BigDecimal(price.asText());
    }

    private static BigDecimal price(Call call, JsonNode product) {
        return call.is("Product Added") ? price(product) : null;
    }

    private static String currency(JsonNode properties) {
        JsonNode said = properties.path("currency");
        if (said.isTextual()) {
            return said.asText().toUpperCase();
        }
        return said.isNull() ? text(properties.path("price").path("currency")) : "";
    }

    long messages(String name) {
        Set<String> ids = new HashSet<>();
        for (Call call : calls) {
            if (call.is(name)) {
                String id = text(call.event().properties().path("message_id"));
                ids.add(id.isEmpty() ? call.event().at().toString() : id);
            }
        }
        return ids.size();
    }

    /** The latest announcement of each order; of equal moments the ones that say the same or more are not told apart here. */
    Map<String, Call> orders() {
        Map<String, Call> orders = new HashMap<>();
        Comparator<Call> order = Comparator.comparing(
                        (Call call) -> call.event().at())
                .thenComparing(
                        call -> Bought.of(call, text(call.event().properties().path("order_id"))));
        for (Call call : calls) {
            if (call.is("Order Completed")) {
                orders.merge(
                        text(call.event().properties().path("order_id")),
                        call,
                        (one, other) -> order.compare(one, other) < 0 ? other : one);
            }
        }
        return orders;
    }

    /** The days on which each product was bought. */
    Map<String, Set<LocalDate>> bought() {
        Map<String, Set<LocalDate>> days = new TreeMap<>();
        orders().values()
                .forEach(call -> call.event().properties().path("products").forEach(product -> {
                    if (!product(product).isEmpty()) {
                        days.computeIfAbsent(product(product), any -> new TreeSet<>())
                                .add(day(call));
                    }
                }));
        return days;
    }

    private static LocalDate day(Call call) {
        return LocalDate.ofInstant(call.event().at(), ZoneOffset.UTC);
    }

    static String category(JsonNode product) {
        return text(product.path("category"));
    }

    static String brand(JsonNode product) {
        return text(product.path("brand"));
    }

    static String band(JsonNode product) {
        BigDecimal price = price(product);
        if (price == null) {
            return "";
        }
        double[] from = {10, 25, 50, 100, 250, 500, 1000};
        String[] names = {"0-10", "10-25", "25-50", "50-100", "100-250", "250-500", "500-1000", "1000+"};
        int band = 0;
        for (double each : from) {
            band += price.doubleValue() >= each ? 1 : 0;
        }
        return names[band];
    }

    /** Shares of the interest that is left on a day, whichever. */
    Map<String, Double> affinity(Function<JsonNode, String> value, LocalDate day) {
        Map<String, Integer> weights = Map.of(
                "Product Viewed", 1, "Product List Viewed", 1, "Product Added to Wishlist", 2, "Product Added", 3);
        Map<String, Double> scores = new HashMap<>();
        for (Call call : calls) {
            if (call.type() == EventType.TRACK
                    && weights.containsKey(call.event().name())) {
                double fading = Math.pow(0.5, (day.toEpochDay() - day(call).toEpochDay()) / 30.0);
                scores.merge(
                        value.apply(call.event().properties()),
                        weights.get(call.event().name()) * fading,
                        Double::sum);
            }
        }
        for (Call call : orders().values()) {
            double fading = Math.pow(0.5, (day.toEpochDay() - day(call).toEpochDay()) / 30.0);
            call.event()
                    .properties()
                    .path("products")
                    .forEach(product -> scores.merge(value.apply(product), 5 * fading, Double::sum));
        }
        scores.remove("");
        double total = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        scores.replaceAll((any, score) -> score / total);
        return scores;
    }
}

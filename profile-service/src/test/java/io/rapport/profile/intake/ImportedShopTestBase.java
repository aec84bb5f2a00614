package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.clock.BusinessClock;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.condition.builtin.BuiltInSegment;
import io.rapport.profile.condition.builtin.BuiltInSegments;
import io.rapport.profile.intake.RawShop.RawOrder;
import io.rapport.profile.valuation.Valuation;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A shop's history goes in as an import sends it, and what the service says of every customer and of every built-in segment is
 * held against {@link RawShop} over the raw file. In a database of its own, for customers are scored beside all others.
 */
abstract class ImportedShopTestBase extends IntakeTestBase {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int A_BATCH = 500;
    private static final int LOOKED_AT = 25;

    @Inject
    BusinessClock clock;

    @Inject
    Valuation valuation;

    protected static SentEvent order(RawOrder order, String properties) {
        return of(
                order.customer(),
                track("Order Completed", "{'order_id':'" + order.id() + "'," + properties + "}"),
                order.at());
    }

    protected static SentEvent of(String customer, SentEvent event, Instant at) {
        return event.user(customer).backEnd().imported().at(at).received(at);
    }

    protected void check(RawShop shop, List<SentEvent> history) {
        clock.set(shop.now());
        for (int from = 0; from < history.size(); from += A_BATCH) {
            take(history.subList(from, Math.min(history.size(), from + A_BATCH)));
        }
        Eventually.passes(LONG, () -> {
            valuation.learn().await().atMost(LONG);
            assertThat(count("select count(*) from customer_value"))
                    .isEqualTo(shop.byCustomer().size());
            assertThat(count("select orders from valuation")).isEqualTo(count("select count(*) from customer_order"));
        });
        checkCustomers(shop);
        checkProfiles(shop);
        checkSegments(shop);
    }

    private void checkCustomers(RawShop shop) {
        Map<String, List<RawOrder>> customers = shop.byCustomer();
        Map<String, RawShop.Rfm> scores = shop.rfm();
        List<Row> rows = query("select i.value, f.order_count, f.revenue, f.first_order_at, f.last_order_at, "
                + "v.traits::text from order_facts f join identifier i on i.profile_id = f.profile_id "
                + "and i.type = 'userId' join customer_value v on v.profile_id = f.profile_id");
        assertThat(rows).hasSize(customers.size());
        for (Row row : rows) {
            List<RawOrder> orders = customers.get(row.getString(0));
            JsonNode rfm = json(row.getString(5)).path("rfm");
            assertThat(row.getInteger(1)).as(row.getString(0)).isEqualTo(orders.size());
            assertThat(row.getBigDecimal(2)).as(row.getString(0)).isEqualByComparingTo(RawShop.revenue(orders));
            assertThat(row.getOffsetDateTime(3).toInstant())
                    .isEqualTo(orders.stream()
                            .map(RawOrder::at)
                            .min(Instant::compareTo)
                            .orElseThrow());
            assertThat(row.getOffsetDateTime(4).toInstant())
                    .isEqualTo(orders.stream()
                            .map(RawOrder::at)
                            .max(Instant::compareTo)
                            .orElseThrow());
            assertThat(new RawShop.Rfm(
                            rfm.path("recency").asInt(),
                            rfm.path("frequency").asInt(),
                            rfm.path("monetary").asInt()))
                    .as(row.getString(0))
                    .isEqualTo(scores.get(row.getString(0)));
        }
    }

    /** Some of them as the API shows them. */
    private void checkProfiles(RawShop shop) {
        shop.byCustomer().entrySet().stream().limit(LOOKED_AT).forEach(each -> {
            JsonNode computed = profile("userId:" + each.getKey()).path("computed");
            BigDecimal revenue = RawShop.revenue(each.getValue());
            BigDecimal average =
                    revenue.divide(BigDecimal.valueOf(each.getValue().size()), 2, RoundingMode.HALF_UP);
            assertThat(computed.path("orderCount").asInt())
                    .isEqualTo(each.getValue().size());
            assertThat(new BigDecimal(computed.at("/revenue/amount").asText())).isEqualByComparingTo(revenue);
            assertThat(new BigDecimal(computed.at("/averageOrder/amount").asText()))
                    .isEqualByComparingTo(average);
        });
    }

    private void checkSegments(RawShop shop) {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, RawShop.Rfm> scores = shop.rfm();
        BuiltInSegments.load().stream().map(BuiltInSegment::id).forEach(id -> expected.put(id, 0L));
        Instant quarter = shop.now().minus(Duration.ofDays(90));
        expected.put("frequent-buyers", shop.count(each -> shop.ordersSince(each.getKey(), each.getValue(), 90) >= 3));
        expected.put("one-time-shoppers", shop.count(each -> each.getValue().size() == 1));
        expected.put("occasional", seen(shop, at -> at.isAfter(quarter)));
        expected.put("inactive", seen(shop, at -> !at.isAfter(quarter)));
        expected.put("rfm-champions", rfm(scores, r -> r.recency() >= 4 && r.frequency() >= 4 && r.monetary() >= 4));
        expected.put("rfm-at-risk", rfm(scores, r -> r.recency() <= 2 && r.frequency() >= 3 && r.monetary() >= 3));
        expected.put("rfm-lost", rfm(scores, r -> r.recency() == 1 && r.frequency() <= 2));
        expected.put("location-united-kingdom", from(shop, "GB"::equals));
        expected.put("location-european-union", from(shop, EuropeanUnion.COUNTRIES::contains));
        expected.put("location-north-america", from(shop, List.of("US", "CA", "MX")::contains));
        expected.put(
                "location-elsewhere",
                from(
                        shop,
                        country -> !country.equals("GB")
                                && !EuropeanUnion.COUNTRIES.contains(country)
                                && !List.of("US", "CA", "MX").contains(country)));
        Map<String, Long> sizes = new TreeMap<>();
        Eventually.within(LONG, () -> {
            sizes.putAll(sizes());
            sizes.keySet().retainAll(expected.keySet());
            return sizes.equals(expected);
        });
        assertThat(sizes).isEqualTo(expected);
    }

    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        get("/api/segments?limit=200")
                .path("items")
                .forEach(segment -> sizes.put(
                        segment.path("id").asText(), segment.path("size").asLong()));
        return sizes;
    }

    private static long seen(RawShop shop, Predicate<Instant> when) {
        return shop.lastSeen().values().stream().filter(when).count();
    }

    private static long rfm(Map<String, RawShop.Rfm> scores, Predicate<RawShop.Rfm> which) {
        return scores.values().stream().filter(which).count();
    }

    private static long from(RawShop shop, Predicate<String> country) {
        return shop.countries().values().stream().filter(country).count();
    }
}

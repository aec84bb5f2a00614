package io.rapport.profile.computed.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventType;
import io.rapport.profile.value.PurchaseGaps;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Histories at random, in any order of arrival and split over profiles that merge, against {@link Naive} over all of it. */
class BehaviourAgreementTest {
    private static final int HISTORIES = Integer.getInteger("rapport.histories", 400);
    private static final long FIRST_SEED = 20_261_126;

    @Test
    void anyOrderAndAnyMergeIsTheRecomputation() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Call> calls = calls(random);
            Behaviour recomputed = Behaviour.of(calls);
            Collections.shuffle(calls, random);
            Behaviour arrived = arrived(calls, random);
            assertThat(arrived.needsRecomputation()).as("seed %d", seed).isFalse();
            assertThat(arrived.toBytes()).as("seed %d", seed).isEqualTo(recomputed.toBytes());
            assertThat(Behaviour.read(arrived.toBytes()).facts(Calls.NOW, "EUR"))
                    .as("seed %d", seed)
                    .isEqualTo(recomputed.facts(Calls.NOW, "EUR"));
        }
    }

    @Test
    void factsAreWhatAllCallsSay() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Call> calls = calls(random);
            Collections.shuffle(calls, random);
            Behaviour behaviour = arrived(calls, random);
            check(behaviour, behaviour.facts(Calls.NOW, "EUR"), new Naive(calls), "seed " + seed);
        }
    }

    private static List<Call> calls(Random random) {
        RandomCalls any = new RandomCalls(random, 1 + random.nextInt(90));
        List<Call> calls = new ArrayList<>();
        for (int i = random.nextInt(200); i > 0; i--) {
            calls.add(any.next());
        }
        return calls;
    }

    private static Behaviour arrived(List<Call> calls, Random random) {
        List<Behaviour> profiles = new ArrayList<>(List.of(new Behaviour(), new Behaviour(), new Behaviour()));
        for (Call call : calls) {
            int profile = random.nextInt(profiles.size());
            profiles.get(profile).absorb(call);
            if (random.nextInt(10) == 0) {
                profiles.set(profile, Behaviour.read(profiles.get(profile).toBytes()));
            }
            if (profiles.size() > 1 && random.nextInt(60) == 0) {
                Behaviour loser = profiles.remove(0);
                profiles.get(0).merge(loser);
            }
        }
        Behaviour survivor = profiles.remove(0);
        profiles.forEach(survivor::merge);
        return survivor;
    }

    private static void check(Behaviour behaviour, ObjectNode facts, Naive naive, String seed) {
        List<Instant[]> sessions = naive.sessions();
        assertThat(facts.get("sessionCount").intValue()).as(seed).isEqualTo(sessions.size());
        assertThat(facts.get("timeOnSiteSeconds").longValue()).as(seed).isEqualTo(naive.secondsOnSite());
        if (!sessions.isEmpty()) {
            Instant[] last = sessions.get(sessions.size() - 1);
            assertThat(facts.get("firstVisitAt").asText()).as(seed).isEqualTo(sessions.get(0)[0].toString());
            assertThat(facts.get("lastSessionStartedAt").asText()).as(seed).isEqualTo(last[0].toString());
            assertThat(facts.get("lastVisitAt").asText()).as(seed).isEqualTo(last[1].toString());
        }
        assertThat(facts.get("pageViews").longValue()).as(seed).isEqualTo(naive.of(EventType.PAGE));
        assertThat(facts.get("screenViews").longValue()).as(seed).isEqualTo(naive.of(EventType.SCREEN));
        assertThat(facts.get("productViews").longValue()).as(seed).isEqualTo(naive.tracked("Product Viewed"));
        assertThat(facts.get("searches").longValue()).as(seed).isEqualTo(naive.tracked("Products Searched"));
        Map<String, Long> devices = new HashMap<>();
        facts.get("devices")
                .forEach(each -> devices.put(
                        each.get("type").asText() + " " + each.get("os").asText(),
                        each.get("events").longValue()));
        assertThat(devices).as(seed).isEqualTo(naive.devices());
        assertThat(facts.at("/location/country").asText()).as(seed).isEqualTo(naive.country());
        List<String> groups = new ArrayList<>();
        facts.path("groups").forEach(each -> groups.add(each.path("groupId").asText()));
        assertThat(groups).as(seed).isEqualTo(naive.groups());
        checkCart(facts.path("cart"), naive, seed);
        checkChannels(facts.path("channels"), naive, seed);
        checkOrders(behaviour, facts, naive, seed);
        checkAffinity(facts.at("/affinity/category"), naive, Naive::category, seed);
        checkAffinity(facts.at("/affinity/brand"), naive, Naive::brand, seed);
        checkAffinity(facts.at("/affinity/priceBand"), naive, Naive::band, seed);
    }

    private static void checkCart(JsonNode cart, Naive naive, String seed) {
        Map<String, Integer> quantities = new TreeMap<>();
        cart.path("items")
                .forEach(item -> quantities.put(
                        item.get("productId").asText(), item.get("quantity").intValue()));
        Map<String, BigDecimal> values = new TreeMap<>();
        assertThat(quantities).as(seed).isEqualTo(naive.cart(values));
        values.putIfAbsent("EUR", BigDecimal.ZERO);
        Map<String, BigDecimal> shown = new TreeMap<>(
                Map.of("EUR", new BigDecimal(cart.at("/value/amount").asText("0"))));
        cart.path("otherValue")
                .forEach(value -> shown.put(
                        value.get("currency").asText(),
                        new BigDecimal(value.get("amount").asText())));
        assertThat(shown.keySet()).as(seed).isEqualTo(values.keySet());
        values.forEach(
                (currency, value) -> assertThat(shown.get(currency)).as(seed).isEqualByComparingTo(value));
    }

    private static void checkChannels(JsonNode channels, Naive naive, String seed) {
        long delivered = naive.messages("Email Delivered");
        assertThat(channels.at("/email/delivered").longValue()).as(seed).isEqualTo(delivered);
        assertThat(channels.at("/email/opened").longValue()).as(seed).isEqualTo(naive.messages("Email Opened"));
        assertThat(channels.at("/email/clicked").longValue()).as(seed).isEqualTo(naive.messages("Email Link Clicked"));
        assertThat(channels.at("/push/opened").longValue())
                .as(seed)
                .isEqualTo(naive.messages("Push Notification Tapped"));
        assertThat(channels.at("/sms/delivered").longValue()).as(seed).isEqualTo(naive.messages("SMS Delivered"));
        if (delivered > 0) {
            assertThat(channels.at("/email/openRate").doubleValue())
                    .as(seed)
                    .isCloseTo(Math.min(1, naive.messages("Email Opened") / (double) delivered), within(0.00005));
        }
    }

    private static void checkOrders(Behaviour behaviour, ObjectNode facts, Naive naive, String seed) {
        List<Instant> at = naive.orders().values().stream()
                .map(call -> call.event().at())
                .sorted()
                .toList();
        assertThat(facts.has("daysBetweenOrders")).as(seed).isEqualTo(at.size() > 1);
        if (at.size() > 1) {
            double days = Duration.between(at.get(0), at.get(at.size() - 1)).toMillis() / 86_400_000.0;
            assertThat(facts.get("daysBetweenOrders").doubleValue())
                    .as(seed)
                    .isCloseTo(days / (at.size() - 1), within(0.00501));
        }
        Map<String, PurchaseGaps> gaps = new TreeMap<>();
        naive.bought().forEach((product, days) -> gaps.put(product, PurchaseGaps.of(days)));
        assertThat(behaviour.purchaseGaps()).as(seed).isEqualTo(gaps);
        long again =
                gaps.values().stream().filter(each -> !each.days().isEmpty()).count();
        assertThat(facts.get("replenishment")).as(seed).hasSize((int) again);
    }

    private static void checkAffinity(JsonNode shares, Naive naive, Function<JsonNode, String> value, String seed) {
        Map<String, Double> shown = new HashMap<>();
        shares.forEach(
                each -> shown.put(each.get("value").asText(), each.get("share").doubleValue()));
        Map<String, Double> expected = naive.affinity(value, LocalDate.of(2026, 6, 1));
        assertThat(shown.keySet()).as(seed).isEqualTo(expected.keySet());
        expected.forEach((each, share) -> assertThat(shown.get(each)).as(seed).isCloseTo(share, within(0.00006)));
    }
}

package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventType;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.computed.behaviour.Call;
import io.rapport.profile.condition.SeenEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever people do, and in whatever order and batches it arrives, facts are what the stored events add up to. */
@QuarkusTest
class RandomHistoryTest extends IntakeTestBase {
    private static final int HISTORIES = 12;
    private static final String[] CATEGORIES = {"Lamps", "Beds", "Garden > Chairs"};

    private Random random = new Random();

    @Test
    void factsEqualAPlainRecomputationInAnyOrderOfArrival() {
        for (int i = 0; i < HISTORIES; i++) {
            long seed = System.nanoTime();
            System.out.println("RandomHistoryTest seed " + seed);
            random = new Random(seed);
            check(seed, i);
        }
    }

    private void check(long seed, int round) {
        // Given: a person on two browsers, known to the back end, and the events that tie them together
        String person = named("p" + round);
        List<SentEvent> history = history(person);
        history.add(track("Signed In").user(person).anonymous(person + "-phone").at(moment()));
        history.add(identify("{'plan':'gold'}")
                .user(person)
                .anonymous(person + "-laptop")
                .at(moment()));

        // When: it arrives in any order, in batches, some of it twice
        List<SentEvent> arrival = new ArrayList<>(history);
        history.stream().filter(event -> random.nextInt(4) == 0).forEach(arrival::add);
        Collections.shuffle(arrival, random);
        for (int from = 0; from < arrival.size(); ) {
            int to = Math.min(arrival.size(), from + 1 + random.nextInt(12));
            take(arrival.subList(from, to));
            from = to;
        }

        // Then
        JsonNode profile = profile("userId:" + person);
        JsonNode stored = events(UUID.fromString(profile.path("id").asText()));
        NaiveFacts naive = new NaiveFacts(stored);
        JsonNode computed = profile.path("computed");
        String what = "seed " + seed;
        assertThat(stored).as(what).hasSize(history.size());
        assertThat(computed.path("orderCount").asInt()).as(what).isEqualTo(naive.orderCount());
        assertThat(new BigDecimal(computed.at("/revenue/amount").asText()))
                .as(what)
                .isEqualByComparingTo(naive.revenue());
        assertThat(counts(computed.path("favouriteCategories"))).as(what).isEqualTo(naive.categories());
        assertThat(computed.path("firstSeenAt").asText()).as(what).isEqualTo(naive.firstSeen());
        assertThat(computed.path("lastSeenAt").asText()).as(what).isEqualTo(naive.lastSeen());
        recomputed(stored)
                .properties()
                .forEach(trait -> assertThat(computed.path(trait.getKey()).toString())
                        .as(what + " " + trait.getKey())
                        .isEqualTo(json(trait.getValue().toString()).toString()));
    }

    private static ObjectNode recomputed(JsonNode stored) {
        List<Call> calls = new ArrayList<>();
        stored.forEach(event -> calls.add(new Call(
                EventType.of(event.path("type").asText()),
                new SeenEvent(
                        event.path("name").asText(),
                        Instant.parse(event.path("timestamp").asText()),
                        event.path("properties"),
                        event.path("context")))));
        return Behaviour.of(calls).facts(Instant.now(), "EUR");
    }

    private static Map<String, Integer> counts(JsonNode favourites) {
        Map<String, Integer> counts = new TreeMap<>();
        favourites.forEach(each ->
                counts.put(each.path("category").asText(), each.path("count").asInt()));
        return counts;
    }

    private List<SentEvent> history(String person) {
        List<SentEvent> history = new ArrayList<>();
        int size = 20 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            SentEvent event = event(person);
            switch (random.nextInt(4)) {
                case 0 -> event.anonymous(person + "-phone");
                case 1 -> event.anonymous(person + "-laptop");
                case 2 -> event.user(person);
                default -> event.user(person).backEnd();
            }
            history.add(event.at(moment()));
        }
        return history;
    }

    private SentEvent event(String person) {
        String order = "'order_id':'" + person + "-" + random.nextInt(5) + "'";
        return switch (random.nextInt(9)) {
            case 0, 1 -> track("Product Viewed", "{'category':'" + CATEGORIES[random.nextInt(3)] + "'}");
            case 2, 3 -> track("Order Completed", "{" + order + ",'revenue':" + revenue() + "}");
            case 5 -> track("Products Searched", "{'query':'lamp'}");
            case 6 -> track("Product Added", "{'product_id':'p" + random.nextInt(3) + "','price':" + revenue() + "}");
            case 7 -> track("Product Removed", "{'product_id':'p" + random.nextInt(3) + "'}");
            case 8 -> track("Email Opened", "{'message_id':'m" + random.nextInt(3) + "'}");
            case 4 -> track("Order Refunded", "{" + order + ",'total':" + random.nextInt(4_000) / 100.0 + "}");
            default -> random.nextInt(3) == 0 ? track("Order Cancelled", "{" + order + "}") : track("Page Left", "{}");
        };
    }

    /** Now and then what no shop can mean. */
    private String revenue() {
        return random.nextInt(8) == 0 ? "'a lot'" : Double.toString(random.nextInt(20_000) / 100.0);
    }

    private Instant moment() {
        return NOON.plusSeconds(random.nextInt(40 * 24 * 3600));
    }
}

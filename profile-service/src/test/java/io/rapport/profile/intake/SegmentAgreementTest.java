package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.rapport.platform.clock.BusinessClock;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.condition.Json;
import io.rapport.profile.condition.Naive;
import io.rapport.profile.condition.RandomConditions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Thousands of segments, histories and clocks at random, in the running service: memberships that were kept up event by event,
 * those that a backfill read from PostgreSQL, and {@link Naive} over the whole history say the same.
 */
@QuarkusTest
@TestProfile(SegmentAgreementTest.OwnClock.class)
class SegmentAgreementTest extends IntakeTestBase {
    private static final int ROUNDS = Integer.getInteger("rapport.rounds", 3);
    private static final int SEGMENTS = 12;
    private static final int PEOPLE = 30;
    private static final int CLOCKS = 3;
    private static final Duration PAST_THE_EDGE = Duration.ofSeconds(10);

    /** So that no other test lives in the future. */
    public static class OwnClock extends OwnShop {
        /** Called by Quarkus. */
        public OwnClock() {
            super("EUR");
        }
    }

    @Inject
    BusinessClock clock;

    private final Map<String, JsonNode> segments = new LinkedHashMap<>();
    private final Map<String, List<Naive.Event>> histories = new HashMap<>();
    private final Map<String, JsonNode> traits = new HashMap<>();
    private final Set<String> arrived = new HashSet<>();
    private Random random = new Random();

    @Test
    void liveBackfilledAndNaiveAgree() {
        int triples = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long seed = System.nanoTime();
            System.out.println("SegmentAgreementTest seed " + seed);
            random = new Random(seed);
            triples += round(new RandomConditions(random, true), "r" + round, seed);
        }
        assertThat(triples).isGreaterThan(ROUNDS * 1_000);
    }

    private int round(RandomConditions any, String round, long seed) {
        histories.clear();
        traits.clear();
        segments.clear();
        Instant now = RandomConditions.START.plus(Duration.ofDays(20));
        clock.set(now);
        add(any, round, "live");
        List<SentEvent> arriving = arrivals(any, round);
        int checked = 0;
        for (int stop = 0; stop < CLOCKS; stop++) {
            int part = stop == CLOCKS - 1 ? arriving.size() : arriving.size() / (CLOCKS - stop);
            takeInBatches(arriving.subList(0, part));
            arriving = arriving.subList(part, arriving.size());
            now = now.plus(Duration.ofHours(6L * random.nextInt(100)));
            clock.set(now);
            add(any, round, "filled" + stop);
            checked += check(seed);
            checkPreview(seed);
        }
        return checked;
    }

    /** Conditions may refer to the first of their kind. */
    private void add(RandomConditions any, String round, String kind) {
        String other = named(round + "-" + kind + "-0");
        put(other, own(any.condition(1).replace("{'segment':'other'}", "{'consent':'marketing'}"), round));
        for (int i = 1; i < SEGMENTS; i++) {
            String condition = own(any.condition(3), round).replace("'segment':'other'", "'segment':'" + other + "'");
            put(named(round + "-" + kind + "-" + i), condition);
        }
        segments.keySet()
                .forEach(id -> Eventually.within(
                        SOON,
                        () -> get("/api/segments/" + id).path("state").asText().equals("ready")));
    }

    /** Of events that only this round's people send. */
    private String own(String condition, String round) {
        String own = condition;
        for (String name : new String[] {"A", "B", "C"}) {
            own = own.replace("'event':'" + name + "'", "'event':'" + named(round + name) + "'")
                    .replace("'absent':'" + name + "'", "'absent':'" + named(round + name) + "'");
        }
        return own;
    }

    private void put(String id, String condition) {
        admin().body(Json.of("{'name':'Of a test','condition':" + condition + "}")
                        .toString())
                .put("/api/segments/" + id)
                .then()
                .statusCode(201);
        segments.put(id, Json.of(condition));
    }

    private List<SentEvent> arrivals(RandomConditions any, String round) {
        List<SentEvent> arriving = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String person = named(round + "-p" + i);
            JsonNode told = any.properties();
            traits.put(person, told);
            take(identify(told.toString()).anonymous(person).at(clock.instant()));
            List<Naive.Event> history = new ArrayList<>();
            for (int left = random.nextInt(25); left > 0; left--) {
                Naive.Event event = any.happening();
                Naive.Event named = new Naive.Event(named(round + event.name()), event.at(), event.properties());
                history.add(named);
                SentEvent sent = track(named.name(), named.properties().toString())
                        .anonymous(person)
                        .at(named.at())
                        .id(person + "-" + left);
                arriving.add(sent);
                if (random.nextInt(5) == 0) {
                    arriving.add(sent);
                }
            }
            histories.put(person, history);
        }
        Collections.shuffle(arriving, random);
        return arriving;
    }

    private void takeInBatches(List<SentEvent> arriving) {
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(60));
            take(arriving.subList(from, to));
            arrived.addAll(arriving.subList(from, to).stream()
                    .map(SentEvent::messageId)
                    .toList());
            from = to;
        }
    }

    private int check(long seed) {
        Map<String, Set<String>> shown = new HashMap<>();
        Eventually.within(PAST_THE_EDGE, () -> {
            histories.keySet().forEach(person -> shown.put(person, shown(person)));
            return histories.keySet().stream()
                    .allMatch(person -> shown.get(person).equals(expected(person)));
        });
        histories
                .keySet()
                .forEach(person -> assertThat(shown.get(person))
                        .as("seed %d, %s of %s", seed, person, segments)
                        .isEqualTo(expected(person)));
        return histories.size() * segments.size();
    }

    /** A preview counts everybody, and so does a segment's size. */
    private void checkPreview(long seed) {
        List<String> ids = List.copyOf(segments.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        String preview =
                Json.of("{'condition':" + segments.get(id).toString() + "}").toString();
        long[] counts = new long[2];
        Eventually.within(PAST_THE_EDGE, () -> {
            counts[0] = get("/api/segments/" + id).path("size").asLong();
            counts[1] = json(admin().body(preview).post("/api/segments/preview").asString())
                    .path("count")
                    .asLong();
            return counts[0] == counts[1];
        });
        assertThat(counts[1]).as("seed %d, %s", seed, segments.get(id)).isEqualTo(counts[0]);
    }

    private Set<String> shown(String person) {
        Set<String> shown = new TreeSet<>();
        profile("anonymousId:" + person).path("segments").forEach(segment -> shown.add(segment.asText()));
        shown.retainAll(segments.keySet());
        return shown;
    }

    private Set<String> expected(String person) {
        List<Naive.Event> history = new ArrayList<>();
        List<Naive.Event> whole = histories.get(person);
        for (int i = 0; i < whole.size(); i++) {
            if (arrived.contains(person + "-" + (whole.size() - i))) {
                history.add(whole.get(i));
            }
        }
        Naive naive = new Naive(traits.get(person), history, segments, Set.of("marketing"), clock.instant());
        Set<String> expected = new TreeSet<>();
        segments.forEach((id, condition) -> {
            if (naive.holds(condition)) {
                expected.add(id);
            }
        });
        return expected;
    }
}

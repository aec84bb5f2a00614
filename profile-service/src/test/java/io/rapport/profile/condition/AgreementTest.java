package io.rapport.profile.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Purpose;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.StateBytes;
import io.rapport.profile.condition.touch.Touch;
import io.rapport.profile.condition.touch.TouchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Thousands of conditions, histories and clocks at random, against {@link Naive} over the whole history. */
class AgreementTest {
    private static final int TRIPLES = Integer.getInteger("rapport.triples", 2_000);
    private static final long FIRST_SEED = 20_261_125;
    private static final Pattern SPAN = Pattern.compile("\"(P[0-9TYMWDHS]+)\"");

    private long changes;
    private long earlyChanges;

    @Test
    void incrementalStatesAgreeWithTheWordsAtEveryMoment() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TRIPLES; seed++) {
            check(seed);
        }
        System.out.println("AgreementTest: " + changes + " next changes, " + earlyChanges + " of them early");
        assertThat(changes).isGreaterThan(TRIPLES / 2);
        assertThat(earlyChanges).as("next changes that change nothing").isLessThan(changes / 10);
    }

    private void check(long seed) {
        Random random = new Random(seed);
        RandomConditions any = new RandomConditions(random, true);
        JsonNode other = Json.of(any.condition(1).replace("{'segment':'other'}", "{'consent':'marketing'}"));
        JsonNode json = Json.of(any.condition(3));
        ObjectNode profile = (ObjectNode) any.properties();
        Naive naive = new Naive(profile, List.of(), Map.of("other", other), consents(random), RandomConditions.START);
        Run run = new Run(json, other, naive);
        List<Naive.Event> arriving = new ArrayList<>();
        for (int i = random.nextInt(25); i > 0; i--) {
            arriving.add(any.happening());
        }
        Instant now = any.moment();
        while (!arriving.isEmpty()) {
            run.take(arriving.remove(0), now);
            if (random.nextInt(3) == 0) {
                now = later(now, any.moment(), random);
                run.check(now, random, seed);
            }
        }
        now = now.plus(Duration.ofHours(6L * random.nextInt(60)));
        run.check(now, random, seed);
    }

    private static Set<String> consents(Random random) {
        return random.nextBoolean() ? Set.of("marketing") : Set.of();
    }

    private static Instant later(Instant now, Instant other, Random random) {
        return other.isAfter(now) && random.nextBoolean() ? other : now.plus(Duration.ofHours(random.nextInt(30)));
    }

    /** A profile as its events arrive. */
    private final class Run {
        private final JsonNode json;
        private final Condition condition;
        private final Condition other;
        private final TouchIndex index;
        private final Map<LeafId, EventBased> leaves = new LinkedHashMap<>();
        private final Map<LeafId, LeafState> states = new HashMap<>();
        private final Map<LeafId, LeafState> elsewhere = new HashMap<>();
        private Naive naive;

        Run(JsonNode json, JsonNode other, Naive naive) {
            this.json = json;
            this.condition = Json.condition(json.toString());
            this.other = Json.condition(other.toString());
            this.naive = naive;
            collect(this.condition);
            collect(this.other);
            index = new TouchIndex(Map.of("this", this.condition, "other", this.other));
        }

        private void collect(Condition part) {
            if (part instanceof EventBased leaf) {
                leaves.put(leaf.id(), leaf);
            }
            part.parts().forEach(each -> collect(each.condition()));
        }

        void take(Naive.Event event, Instant now) {
            List<Naive.Event> history = new ArrayList<>(naive.history());
            history.add(event);
            naive = new Naive(naive.profile(), history, naive.segments(), naive.consents(), now);
            Touch touch = index.byEvent(seen(event));
            leaves.forEach((id, leaf) -> {
                assertThat(leaf.mark(seen(event)) == null || touch.leaves().contains(leaf))
                        .isTrue();
                Map<LeafId, LeafState> where = history.size() % 3 == 0 ? elsewhere : states;
                LeafState absorbed = leaf.absorb(where.getOrDefault(id, LeafState.EMPTY), seen(event), now);
                where.put(id, StateBytes.read(StateBytes.write(absorbed)));
                assertThat(where.get(id)).isEqualTo(absorbed);
            });
        }

        private SeenEvent seen(Naive.Event event) {
            return new SeenEvent(event.name(), event.at(), event.properties(), Json.of("{}"));
        }

        void check(Instant now, Random random, long seed) {
            Supplier<String> what = () -> "seed " + seed + " at " + now + ": " + json + " other " + naive.segments();
            Map<LeafId, LeafState> merged = merged(now, random, what);
            Truth truth = evaluate(merged, now);
            assertThat(truth.isKnown()).as(what).isTrue();
            assertThat(truth.holds()).as(what).isEqualTo(naive.at(now).holds(json));
            Instant change = truth.nextChange();
            if (change != null) {
                assertThat(change).as(what).isAfter(now);
                changes++;
                earlyChanges += naive.at(change).holds(json) == truth.holds() ? 1 : 0;
            }
            for (Instant at : edges(now, random)) {
                boolean holds = naive.at(at).holds(json);
                assertThat(evaluate(merged, at).holds())
                        .as(() -> what.get() + ", asked at " + at)
                        .isEqualTo(holds);
                if (change == null || at.isBefore(change)) {
                    assertThat(holds)
                            .as(() -> what.get() + ", next change " + change + " but asked at " + at)
                            .isEqualTo(truth.holds());
                }
            }
        }

        private Truth evaluate(Map<LeafId, LeafState> merged, Instant at) {
            ProfileSubject alone = subject(merged, Map.of());
            return condition.evaluate(subject(merged, Map.of("other", other.evaluate(alone, at))), at);
        }

        private ProfileSubject subject(Map<LeafId, LeafState> merged, Map<String, Truth> segments) {
            Set<Purpose> consents = naive.consents().isEmpty() ? Set.of() : Set.of(Purpose.MARKETING);
            return new ProfileSubject(naive.profile(), Json.of("{}"), merged, segments, consents);
        }

        /** Merging is the state over the union, which is what a recomputation makes, in any order. */
        private Map<LeafId, LeafState> merged(Instant now, Random random, Supplier<String> what) {
            Map<LeafId, LeafState> merged = new HashMap<>();
            List<SeenEvent> events =
                    new ArrayList<>(naive.history().stream().map(this::seen).toList());
            Collections.shuffle(events, random);
            leaves.forEach((id, leaf) -> {
                LeafState one = states.getOrDefault(id, LeafState.EMPTY);
                LeafState two = elsewhere.getOrDefault(id, LeafState.EMPTY);
                merged.put(id, leaf.merge(one, two, now));
                assertThat(leaf.merge(two, one, now)).as(what).isEqualTo(merged.get(id));
                assertThat(leaf.recompute(events, now)).as(what).isEqualTo(merged.get(id));
            });
            return merged;
        }

        /** Moments after now at which windows begin and end, and just beside them; midnights; and any others. */
        private Collection<Instant> edges(Instant now, Random random) {
            Set<Instant> edges = new TreeSet<>();
            Set<Instant> times = new TreeSet<>();
            naive.history().forEach(event -> times.add(event.at()));
            Matcher dates = Pattern.compile("\"(\\d{4}-[-0-9T:.Z]+)\"").matcher(naive.profile() + json.toString());
            while (dates.find()) {
                String text = dates.group(1);
                times.add(Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text));
            }
            Set<Instant> all = new TreeSet<>(times);
            Matcher spans = SPAN.matcher(json.toString() + naive.segments());
            while (spans.find()) {
                times.forEach(time -> all.add(Naive.plus(time, spans.group(1))));
            }
            for (Instant at : all) {
                edges.addAll(List.of(at.minusNanos(1_000), at, at.plusNanos(1_000)));
            }
            for (int i = 0; i < 12; i++) {
                edges.add(now.plusSeconds(random.nextInt(90 * 24 * 3_600)));
                edges.add(RandomConditions.START.plus(Duration.ofDays(random.nextInt(120))));
            }
            List<Instant> later = new ArrayList<>(edges);
            later.removeIf(at -> !at.isAfter(now));
            Collections.shuffle(later, random);
            return later.subList(0, Math.min(later.size(), 30));
        }
    }
}

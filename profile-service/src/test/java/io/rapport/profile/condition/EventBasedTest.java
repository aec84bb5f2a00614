package io.rapport.profile.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.touch.TouchIndex;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventBasedTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    private static SeenEvent event(String name, Instant at, String properties) {
        return new SeenEvent(name, at, Json.of(properties), Json.of("{}"));
    }

    private static EventBased leaf(String json) {
        return (EventBased) Json.condition(json);
    }

    private static ProfileSubject subject(Map<LeafId, LeafState> states) {
        return new ProfileSubject(Json.of("{}"), Json.of("{}"), states, Map.of(), Set.of());
    }

    private static Truth after(EventBased leaf, Instant now, SeenEvent... events) {
        LeafState state = LeafState.EMPTY;
        for (SeenEvent event : events) {
            state = leaf.absorb(state, event, now);
        }
        return leaf.evaluate(subject(Map.of(leaf.id(), state)), now);
    }

    @Test
    void theNthLatestPlusTheWindowIsTheMomentOfLeaving() {
        EventBased leaf = leaf("{'event':'Order Completed','count':{'gte':2},'within':'P90D'}");

        Truth truth = after(
                leaf,
                NOON,
                event("Order Completed", NOON.minus(Duration.ofDays(80)), "{}"),
                event("Order Completed", NOON.minus(Duration.ofDays(3)), "{}"),
                event("Order Completed", NOON.minus(Duration.ofDays(40)), "{}"));

        assertThat(truth).isEqualTo(Truth.until(true, NOON.plus(Duration.ofDays(50))));
    }

    @Test
    void neverIsACountOfZero() {
        EventBased never = leaf("{'event':'Order Completed','count':{'eq':0}}");

        assertThat(after(never, NOON)).isEqualTo(Truth.ALWAYS);
        assertThat(after(never, NOON, event("Order Completed", NOON, "{}"))).isEqualTo(Truth.NEVER);
        assertThat(after(never, NOON, event("Order Completed", NOON.plusSeconds(5), "{}")))
                .isEqualTo(Truth.until(true, NOON.plusSeconds(5)));
    }

    @Test
    void anEventOfTheFirstYearOrTheLastIsAnEvent() {
        EventBased leaf = leaf("{'event':'A','count':{'eq':1},'to':'2026-03-01'}");
        SeenEvent first = event("A", Instant.parse("0001-01-01T00:00:00Z"), "{}");
        SeenEvent last = event("A", Instant.parse("9999-12-31T23:59:59Z"), "{}");

        assertThat(after(leaf, NOON, first, last)).isEqualTo(Truth.ALWAYS);
    }

    @Test
    void cartAbandonerEntersAfterAnHourAndLeavesWhenTheyOrder() {
        EventBased leaf = leaf("{'sequence':[{'event':'Product Added'},{'absent':'Order Completed','for':'PT1H'}],"
                + "'within':'P7D'}");
        SeenEvent added = event("Product Added", NOON, "{}");
        SeenEvent ordered = event("Order Completed", NOON.plus(Duration.ofHours(2)), "{}");

        assertThat(after(leaf, NOON, added)).isEqualTo(Truth.until(false, NOON.plus(Duration.ofHours(1))));
        assertThat(after(leaf, NOON.plus(Duration.ofHours(1)), added))
                .isEqualTo(Truth.until(true, NOON.plus(Duration.ofDays(7))));
        assertThat(after(leaf, NOON.plus(Duration.ofHours(3)), added, ordered)).isEqualTo(Truth.NEVER);
    }

    @Test
    void theSumOfNothingIsZeroAndOtherAggregatesOfNothingAreMissing() {
        for (String fn : List.of("sum", "avg", "min", "max", "distinct", "count")) {
            String aggregate = "{'aggregate':{'event':'A','property':'p','fn':'" + fn + "'},";
            boolean isSum = fn.equals("sum");

            assertThat(after(leaf(aggregate + "'lte':5}"), NOON).holds()).as(fn).isEqualTo(isSum);
            assertThat(after(leaf(aggregate + "'eq':0}"), NOON).holds()).as(fn).isEqualTo(isSum);
            assertThat(after(leaf(aggregate + "'ne':7}"), NOON).holds()).as(fn).isTrue();
        }
    }

    @Test
    void sumsTakeDecimalTextsAndMoneyAndLeaveOutWhatIsNoNumber() {
        EventBased leaf = leaf("{'aggregate':{'event':'A','property':'p.total','fn':'sum'},'eq':'0.30'}");

        Truth truth = after(
                leaf,
                NOON,
                event("A", NOON, "{'p':{'total':0.1}}"),
                event("A", NOON, "{'p':{'total':'0.10'}}"),
                event("A", NOON, "{'p':{'total':{'amount':'0.1','currency':'EUR'}}}"),
                event("A", NOON, "{'p':{'total':'a lot'}}"),
                event("A", NOON, "{'p':{}}"));

        assertThat(truth.holds()).isTrue();
    }

    @Test
    void whatFindsNoRoomIsRecomputedAndNeverGuessed() {
        EventBased leaf = leaf("{'aggregate':{'event':'A','property':'p','fn':'sum'},'gte':1200,'within':'P30D'}");
        List<SeenEvent> events = new ArrayList<>();
        LeafState state = LeafState.EMPTY;
        for (int i = 0; i < 1_200; i++) {
            events.add(event("A", NOON.minusSeconds(i), "{'p':1}"));
            state = leaf.absorb(state, events.get(i), NOON);
        }
        Condition alone = leaf;
        Condition within = new Any(List.of(leaf, Json.condition("{'not':{'consent':'marketing'}}")));

        assertThat(alone.evaluate(subject(Map.of(leaf.id(), state)), NOON).recompute())
                .containsExactly(leaf.id());
        assertThat(within.evaluate(subject(Map.of(leaf.id(), state)), NOON)).isEqualTo(Truth.ALWAYS);
        assertThat(alone.evaluate(subject(Map.of(leaf.id(), leaf.recompute(events, NOON))), NOON)
                        .holds())
                .isTrue();
    }

    @Test
    void nothingChangesBeforeTheLastOfWhatIsFalse() {
        Condition all = Json.condition("{'all':[{'event':'A'},{'event':'B'},{'event':'C','within':'P1D'}]}");
        Map<LeafId, LeafState> states = new HashMap<>();
        int hours = 1;
        for (Condition.Part part : all.parts()) {
            EventBased leaf = (EventBased) part.condition();
            String name = leaf.matches().get(0).event();
            Instant at = name.equals("C") ? NOON.minusSeconds(60) : NOON.plus(Duration.ofHours(hours++));
            states.put(leaf.id(), leaf.absorb(LeafState.EMPTY, event(name, at, "{}"), NOON));
        }

        assertThat(all.evaluate(subject(states), NOON)).isEqualTo(Truth.until(false, NOON.plus(Duration.ofHours(2))));
    }

    @Test
    void explainsEachLeafWithWhatItFound() {
        Condition condition = Json.condition("{'all':[{'trait':'city','op':'eq','value':'Delft'},"
                + "{'not':{'event':'A','count':{'gte':2},'within':'P1D'}},"
                + "{'aggregate':{'event':'A','property':'p','fn':'avg'},'gte':2},"
                + "{'sequence':[{'event':'A'},{'absent':'B','for':'PT1H'},{'event':'A'}]}]}");
        Map<LeafId, LeafState> states = new HashMap<>();
        for (EventBased leaf : new TouchIndex(Map.of("s", condition)).leaves()) {
            states.put(
                    leaf.id(),
                    leaf.recompute(
                            List.of(
                                    event("A", NOON.minus(Duration.ofHours(2)), "{'p':1}"),
                                    event("A", NOON.minusSeconds(60), "{'p':2}")),
                            NOON));
        }

        List<Finding> findings = Finding.of(condition, subject(states), NOON);

        assertThat(findings)
                .extracting(
                        Finding::pointer,
                        Finding::holds,
                        finding -> finding.value().toString().replace('"', '\''))
                .containsExactly(
                        tuple("/all/0", false, "null"),
                        tuple(
                                "/all/1/not",
                                true,
                                "{'count':2,'orMore':true,'times':['2026-03-10T11:59:00Z','2026-03-10T10:00:00Z']}"),
                        tuple("/all/2", false, "1.5"),
                        tuple(
                                "/all/3",
                                true,
                                "['2026-03-10T10:00:00Z','2026-03-10T11:00:00Z','2026-03-10T11:59:00Z']"));
    }

    @Test
    void aScoreIsTheSumOfWhatHoldsUntilTheFirstOfThemChanges() {
        EventBased recent = leaf("{'event':'A','within':'P1D'}");
        Score score = new Score(List.of(
                new Score.Weighted(recent, new BigDecimal("2.5")),
                new Score.Weighted(Json.condition("{'consent':'marketing'}"), BigDecimal.TEN),
                new Score.Weighted(Json.condition("{'trait':'x','op':'missing'}"), BigDecimal.ONE.negate())));
        LeafState state = recent.absorb(LeafState.EMPTY, event("A", NOON, "{}"), NOON);

        Score.Points points = score.evaluate(subject(Map.of(recent.id(), state)), NOON);

        assertThat(points).isEqualTo(new Score.Points(new BigDecimal("1.5"), NOON.plus(Duration.ofDays(1)), Set.of()));
    }
}

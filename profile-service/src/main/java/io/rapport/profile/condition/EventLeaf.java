package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.condition.state.Retention;
import io.rapport.profile.condition.time.Sweep;
import io.rapport.profile.condition.time.Window;
import io.rapport.profile.condition.value.Comparison;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"event":"Order Completed","where":{…},"count":{"gte":3},"within":"P90D"}}.
 *
 * <p>Kept are, for a window that slides, the latest n + 1 times for any comparison with n, since more give the same answer;
 * for one that stands still, one total. A comparison with more than {@link Retention#ROOM} within a window that slides is
 * recomputed from the event store for who has as many.
 */
public record EventLeaf(EventMatch match, Comparison count, Window window, LeafId id) implements EventBased {
    private static final int MOST_SHOWN = 5;

    public static EventLeaf of(EventMatch match, Comparison count, Window window) {
        LeafId none = new LeafId("");
        return new EventLeaf(match, count, window, LeafId.of(new EventLeaf(match, count, window, none)));
    }

    @Override
    public List<EventMatch> matches() {
        return List.of(match);
    }

    @Override
    public boolean looksInside() {
        return match.where() != null;
    }

    @Override
    public @Nullable Mark mark(SeenEvent event) {
        return match.test(event) ? Mark.of(event.at(), "") : null;
    }

    @Override
    public Retention retention() {
        Retention.Keep keep = window.stands() ? Retention.Keep.TOTALS : Retention.Keep.LATEST;
        return new Retention(window, keep, count.saturation());
    }

    @Override
    public Truth answer(LeafState state, Instant now) {
        Instant change = Sweep.nextChange(now, MOST_TRIED, at -> holds(state, at), at -> state.nextFlip(window, at));
        return Truth.until(holds(state, now), change);
    }

    private boolean holds(LeafState state, Instant now) {
        return count.holds(BigDecimal.valueOf(count(state, now)));
    }

    private long count(LeafState state, Instant now) {
        return state.totals().count() + state.within(window, now).size();
    }

    /** The count and the latest times; beyond what the comparison needs, "or more". */
    @Override
    public JsonNode observed(LeafState state, Instant now) {
        long found = count(state, now);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("count", found);
        if (!window.stands() && found >= count.saturation()) {
            json.put("orMore", true);
        }
        state.within(window, now).stream()
                .sorted((one, other) -> other.compareTo(one))
                .limit(MOST_SHOWN)
                .forEach(mark -> json.withArray("times").add(mark.at().toString()));
        return json;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = match.write(JsonNodeFactory.instance.objectNode());
        json.set("count", count.write(JsonNodeFactory.instance.objectNode()));
        return Windows.write(window, json);
    }
}

package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.condition.state.Retention;
import io.rapport.profile.condition.time.Sweep;
import io.rapport.profile.condition.time.Window;
import io.rapport.profile.condition.value.Comparison;
import io.rapport.profile.condition.value.Decimals;
import io.rapport.profile.condition.value.TraitPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"aggregate":{"event":"Order Completed","property":"revenue","fn":"sum"},"gte":500,"within":"P1Y"}}.
 *
 * <p>Kept are, for a window that stands still, one sum, count, least and greatest; for one that slides, every number of the
 * window up to {@link Retention#ROOM}, and beyond that it is recomputed from the event store. Of different values the latest
 * n + 1 are kept for a comparison with n, as digests, and of counts the latest n + 1 times.
 *
 * @param property the path below an event's properties; null where whole events are counted
 */
public record AggregateLeaf(
        EventMatch match, Fn fn, @Nullable TraitPath property, Comparison comparison, Window window, LeafId id)
        implements EventBased {

    public static AggregateLeaf of(
            EventMatch match, Fn fn, @Nullable TraitPath property, Comparison comparison, Window window) {
        AggregateLeaf unnamed = new AggregateLeaf(match, fn, property, comparison, window, new LeafId(""));
        return new AggregateLeaf(match, fn, property, comparison, window, LeafId.of(unnamed));
    }

    @Override
    public List<EventMatch> matches() {
        return List.of(match);
    }

    @Override
    public boolean looksInside() {
        return property != null || match.where() != null;
    }

    @Override
    public @Nullable Mark mark(SeenEvent event) {
        if (!match.test(event)) {
            return null;
        }
        String datum = property == null ? "" : fn.datum(property.in(event.properties()));
        return datum == null ? null : Mark.of(event.at(), datum);
    }

    @Override
    public Retention retention() {
        return new Retention(window, fn.keeps(window), comparison.saturation());
    }

    @Override
    public Truth answer(LeafState state, Instant now) {
        Figures figures = fn.figures(state, window);
        Instant change = Sweep.nextChange(now, MOST_TRIED, at -> holds(figures, at), at -> state.nextFlip(window, at));
        return Truth.until(holds(figures, now), change);
    }

    private boolean holds(Figures figures, Instant now) {
        return comparison.holdsOf(fn.of(figures, now));
    }

    @Override
    public JsonNode observed(LeafState state, Instant now) {
        BigDecimal value = fn.of(fn.figures(state, window), now);
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : DecimalNode.valueOf(new BigDecimal(Decimals.canonical(value)));
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode aggregate = match.write(json.putObject("aggregate"));
        if (property != null) {
            aggregate.put("property", property.toString());
        }
        aggregate.put("fn", fn.wire());
        return Windows.write(window, comparison.write(json));
    }
}

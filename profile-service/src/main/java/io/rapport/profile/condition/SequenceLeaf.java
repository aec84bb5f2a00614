package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.state.LeafState;
import io.rapport.profile.condition.state.Mark;
import io.rapport.profile.condition.state.Retention;
import io.rapport.profile.condition.time.Sweep;
import io.rapport.profile.condition.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"sequence":[{"event":"Product Added"},{"absent":"Order Completed","for":"PT1H"}],"within":"P7D"}}.
 *
 * <p>Every step is strictly later than the one before, and all of them are within the window. An absence begins with the step
 * before it, at t, and has no such event in t &lt; e ≤ t + F; it is there once t + F has come, and the next step is later
 * than that. An absence that ends the sequence must still last, to the end of the window: who orders after two hours has
 * abandoned no cart any more.
 *
 * <p>Kept are the times of the window's events that can be a step, up to {@link Retention#ROOM}.
 */
public record SequenceLeaf(List<Step> steps, Window window, LeafId id) implements EventBased {
    /** What a month's end may take off a later moment, and not off an earlier one. */
    private static final Duration CLAMPED = Duration.ofDays(1);

    public SequenceLeaf {
        steps = List.copyOf(steps);
    }

    public static SequenceLeaf of(List<Step> steps, Window window) {
        return new SequenceLeaf(steps, window, LeafId.of(new SequenceLeaf(steps, window, new LeafId(""))));
    }

    @Override
    public List<EventMatch> matches() {
        return steps.stream().map(Step::match).toList();
    }

    /** The steps that an event can be, as bits. */
    @Override
    public boolean looksInside() {
        return matches().stream().anyMatch(match -> match.where() != null);
    }

    @Override
    public @Nullable Mark mark(SeenEvent event) {
        int bits = 0;
        for (int i = 0; i < steps.size(); i++) {
            bits |= steps.get(i).match().test(event) ? 1 << i : 0;
        }
        return bits == 0 ? null : Mark.of(event.at(), Integer.toString(bits));
    }

    @Override
    public Retention retention() {
        return new Retention(reach(), Retention.Keep.EVERY, 0);
    }

    /** An absence that begins within a window may end after it, when that stands still. */
    private Window reach() {
        if (!(window instanceof Window.Fixed fixed) || fixed.to() == null) {
            return window;
        }
        Instant end = fixed.to().plus(CLAMPED);
        for (Step step : steps) {
            end = step instanceof Step.Absent absent ? absent.span().after(end).plus(CLAMPED) : end;
        }
        return new Window.Fixed(fixed.from(), end);
    }

    @Override
    public Truth answer(LeafState state, Instant now) {
        Chain chain = new Chain(steps, state, window, reach());
        return Truth.until(chain.holds(now), Sweep.nextChange(now, MOST_TRIED, chain::holds, chain::next));
    }

    /** The moment of each step, of the first chain that is found. */
    @Override
    public JsonNode observed(LeafState state, Instant now) {
        ArrayNode times = JsonNodeFactory.instance.arrayNode();
        new Chain(steps, state, window, reach()).found(now).forEach(at -> times.add(at.toString()));
        return times;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode written = json.putArray("sequence");
        steps.forEach(step -> written.add(step.toJson()));
        return Windows.write(window, json);
    }
}

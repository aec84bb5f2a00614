package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.time.Span;
import io.rapport.profile.condition.time.Sweep;
import io.rapport.profile.condition.time.Window;
import io.rapport.profile.condition.value.Comparing;
import io.rapport.profile.condition.value.Moments;
import io.rapport.profile.condition.value.Op;
import io.rapport.profile.condition.value.Operand;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"trait":"address.country","op":"eq","value":"NL"}}.
 *
 * <p>{@code before} and {@code after} compare two moments, of which either may be ahead of the clock; {@code withinLast}
 * is now−W &lt; t ≤ now, {@code olderThan} t ≤ now−W, and both are false for a moment ahead until its time has come.
 */
public record TraitLeaf(TraitPath path, Op op, Operand operand) implements Leaf {
    @Override
    public LeafId id() {
        return LeafId.of(this);
    }

    @Override
    public Truth evaluate(Subject subject, Instant now) {
        ClockFact fact = subject.clockFact(path);
        if (fact != null) {
            Instant change = Sweep.nextChange(
                    now,
                    fact.mostTried(),
                    at -> test(fact.at(subject, at), at).holds(),
                    at -> fact.nextChange(subject, at));
            return Truth.until(test(fact.at(subject, now), now).holds(), change);
        }
        return test(subject.trait(path), now);
    }

    private Truth test(JsonNode field, Instant now) {
        if (field.isMissingNode() || field.isNull()) {
            return Truth.of(op.holdsOnMissing());
        }
        return operand instanceof Operand.Ago ago
                ? test(Moments.of(field), ago.span(), now)
                : Truth.of(Comparing.holds(op, operand, field));
    }

    private Truth test(@Nullable Instant at, Span span, Instant now) {
        if (at == null) {
            return Truth.NEVER;
        }
        Window window = new Window.Within(span);
        if (op == Op.WITHIN_LAST) {
            return Truth.until(window.contains(at, now), window.nextFlip(at, now));
        }
        boolean isOlder = !at.isAfter(span.before(now));
        return Truth.until(isOlder, window.nextFlip(at, at.isAfter(now) ? at : now));
    }

    @Override
    public JsonNode observed(Subject subject, Instant now) {
        ClockFact fact = subject.clockFact(path);
        JsonNode value = fact == null ? subject.trait(path) : fact.at(subject, now);
        return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("trait", path.toString())
                .put("op", op.wire());
        JsonNode value = operand.toJson();
        return value.isMissingNode() ? json : json.set("value", value);
    }
}

package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Which events count: those of a name, whose properties hold.
 *
 * @param where a condition over {@code properties.…} and {@code context.…} without operators that move with the clock
 */
public record EventMatch(String event, @Nullable Condition where) {
    boolean test(SeenEvent seen) {
        return seen.name().equals(event)
                && (where == null || where.evaluate(seen, seen.at()).holds());
    }

    ObjectNode write(ObjectNode json) {
        return write("event", json);
    }

    ObjectNode write(String key, ObjectNode json) {
        json.put(key, event);
        return where == null ? json : json.set("where", where.toJson());
    }
}

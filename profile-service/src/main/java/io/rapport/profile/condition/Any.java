package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Holds where one of its parts does. */
public record Any(List<Condition> conditions) implements Condition {
    public Any {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Truth evaluate(Subject subject, Instant now) {
        return Truth.any(Parts.evaluate(conditions, subject, now, Truth.ALWAYS));
    }

    @Override
    public ObjectNode toJson() {
        return Parts.toJson("any", conditions);
    }

    @Override
    public List<Part> parts() {
        return Parts.of("any", conditions);
    }
}

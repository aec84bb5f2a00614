package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Holds where all its parts do. */
public record All(List<Condition> conditions) implements Condition {
    public All {
        conditions = List.copyOf(conditions);
    }

    @Override
    public Truth evaluate(Subject subject, Instant now) {
        return Truth.all(Parts.evaluate(conditions, subject, now, Truth.NEVER));
    }

    @Override
    public ObjectNode toJson() {
        return Parts.toJson("all", conditions);
    }

    @Override
    public List<Part> parts() {
        return Parts.of("all", conditions);
    }
}

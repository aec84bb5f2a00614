package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Holds where its part does not. */
public record Not(Condition condition) implements Condition {
    @Override
    public Truth evaluate(Subject subject, Instant now) {
        return condition.evaluate(subject, now).negated();
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().set("not", condition.toJson());
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("not", condition));
    }
}

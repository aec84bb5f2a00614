package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Purpose;
import java.time.Instant;

/** {@code {"consent":"marketing"}}: what consent stands for, the deployment's default where the person said nothing. */
public record ConsentLeaf(Purpose purpose) implements Leaf {
    @Override
    public LeafId id() {
        return LeafId.of(this);
    }

    @Override
    public Truth evaluate(Subject subject, Instant now) {
        return Truth.of(subject.consentsTo(purpose));
    }

    @Override
    public JsonNode observed(Subject subject, Instant now) {
        return BooleanNode.valueOf(subject.consentsTo(purpose));
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("consent", purpose.wire());
    }
}

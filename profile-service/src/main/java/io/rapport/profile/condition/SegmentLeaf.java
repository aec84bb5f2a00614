package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** {@code {"segment":"vip"}}: membership of another segment. */
public record SegmentLeaf(String segment) implements Leaf {
    @Override
    public LeafId id() {
        return LeafId.of(this);
    }

    @Override
    public Truth evaluate(Subject subject, Instant now) {
        return subject.segment(segment, now);
    }

    @Override
    public JsonNode observed(Subject subject, Instant now) {
        return BooleanNode.valueOf(subject.segment(segment, now).holds());
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("segment", segment);
    }
}

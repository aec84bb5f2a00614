package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.time.Span;

/** A step of a sequence. */
public sealed interface Step {
    EventMatch match();

    ObjectNode toJson();

    /** An event that has to happen. */
    record Happens(EventMatch match) implements Step {
        @Override
        public ObjectNode toJson() {
            return match.write(JsonNodeFactory.instance.objectNode());
        }
    }

    /** An event that must not happen for so long after the step before. */
    record Absent(EventMatch match, Span span) implements Step {
        @Override
        public ObjectNode toJson() {
            return match.write("absent", JsonNodeFactory.instance.objectNode()).put("for", span.toString());
        }
    }
}

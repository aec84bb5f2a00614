package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.UnaryOperator;

/** A step from one value to another. */
public interface Transform {
    /** The value after it, or a missing node; an {@link Unfit} says why there is none. Never given a missing one. */
    JsonNode apply(JsonNode value);

    /** A transform of single values; of a list it transforms each item and leaves out those that become missing. */
    static Transform each(Transform one) {
        return value -> value instanceof ArrayNode list ? each(list, one) : one.apply(value);
    }

    static Transform text(UnaryOperator<String> change) {
        return each(value -> Texts.node(change.apply(Texts.of(value))));
    }

    private static JsonNode each(ArrayNode list, Transform one) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : list) {
            JsonNode value = one.apply(item);
            if (!value.isMissingNode()) {
                changed.add(value);
            }
        }
        return changed.isEmpty() ? MissingNode.getInstance() : changed;
    }
}

package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;

/** A number that must be whole; {@code 3.0} is. */
record WholeNumber() implements Transform {
    @Override
    public JsonNode apply(JsonNode value) {
        return DecimalNode.valueOf(Numbers.whole(value));
    }
}

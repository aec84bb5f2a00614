package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One form that a product comes in: a size, a colour. Price and stock are its own where they are given. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Variant(
        String id,
        Map<String, JsonNode> attributes,
        @Nullable Money price,
        @Nullable Integer stock) {
    Variant {
        attributes = attributes == null ? Map.of() : new TreeMap<>(attributes);
    }
}

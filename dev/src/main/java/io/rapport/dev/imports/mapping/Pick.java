package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.value.Numbers;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of the values that a group's rows have the record gets; missing ones never count. */
enum Pick {
    FIRST {
        @Override
        JsonNode of(List<JsonNode> values) {
            return values.get(0);
        }
    },
    LAST {
        @Override
        JsonNode of(List<JsonNode> values) {
            return values.get(values.size() - 1);
        }
    },
    /** The most frequent; of those the first. */
    MOST {
        @Override
        JsonNode of(List<JsonNode> values) {
            Map<JsonNode, Integer> counts = new LinkedHashMap<>();
            values.forEach(value -> counts.merge(value, 1, Integer::sum));
            JsonNode best = values.get(0);
            for (Map.Entry<JsonNode, Integer> entry : counts.entrySet()) {
                best = entry.getValue() > counts.get(best) ? entry.getKey() : best;
            }
            return best;
        }
    },
    MIN {
        @Override
        JsonNode of(List<JsonNode> values) {
            return values.stream().min(Comparator.comparing(Numbers::of)).orElseThrow();
        }
    },
    MAX {
        @Override
        JsonNode of(List<JsonNode> values) {
            return values.stream().max(Comparator.comparing(Numbers::of)).orElseThrow();
        }
    },
    SUM {
        @Override
        JsonNode of(List<JsonNode> values) {
            return DecimalNode.valueOf(values.stream().map(Numbers::of).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    },
    /** All that differ, as a list; lists are taken item by item. */
    ALL {
        @Override
        JsonNode of(List<JsonNode> values) {
            Map<JsonNode, Integer> distinct = new LinkedHashMap<>();
            for (JsonNode value : values) {
                Iterable<JsonNode> items = value instanceof ArrayNode list ? list : List.of(value);
                items.forEach(item -> distinct.put(item, 0));
            }
            return JsonNodeFactory.instance.arrayNode().addAll(distinct.keySet());
        }
    };

    static final JsonNode NONE = MissingNode.getInstance();

    /** @param values none of them missing, and at least one */
    abstract JsonNode of(List<JsonNode> values);
}

package io.rapport.profile.order;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.events.EventsJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON columns of orders. */
final class OrderJson {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private OrderJson() {}

    static Map<String, Integer> categories(String json) {
        return EventsJson.mapper().convertValue(node(json), COUNTS);
    }

    private static JsonNode node(String json) {
        return EventsJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    static String lines(List<OrderLine> lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(lines.size());
        lines.forEach(line -> array.addObject()
                .put("product", line.product())
                .put("price", line.price() == null ? null : line.price().toPlainString())
                .put("quantity", line.quantity().toPlainString()));
        return array.toString();
    }

    static List<OrderLine> lines(String json) {
        List<OrderLine> lines = new ArrayList<>();
        node(json)
                .forEach(line -> lines.add(new OrderLine(
                        line.path("product").textValue(),
                        line.hasNonNull("price")
                                ? new BigDecimal(line.get("price").textValue())
                                : null,
                        new BigDecimal(line.path("quantity").textValue()))));
        return lines;
    }
}

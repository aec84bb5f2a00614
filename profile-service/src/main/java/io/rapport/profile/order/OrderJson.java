package io.rapport.profile.order;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The JSON columns of orders. */
final class OrderJson {
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private OrderJson() {}

    static Map<String, Integer> categories(String json) {
        JsonNode node = EventsJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return EventsJson.mapper().convertValue(node, COUNTS);
    }
}

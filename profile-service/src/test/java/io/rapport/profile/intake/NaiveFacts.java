package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A profile's computed facts, worked out from its stored events the plain way: all of them, in the order of their times. */
final class NaiveFacts {
    private final Map<String, JsonNode> completions = new TreeMap<>();
    private final Map<String, Integer> categories = new TreeMap<>();
    private final List<JsonNode> events = new ArrayList<>();

    NaiveFacts(JsonNode stored) {
        stored.forEach(events::add);
        events.sort(Comparator.comparing((JsonNode event) -> !isBackEnds(event))
                .thenComparing(event -> event.path("timestamp").asText())
                .thenComparing(event -> event.path("messageId").asText()));
        events.forEach(this::take);
    }

    private static boolean isBackEnds(JsonNode event) {
        return event.path("sourceId").asText().equals("shop");
    }

    private void take(JsonNode event) {
        String name = event.path("name").asText();
        JsonNode properties = event.path("properties");
        if (name.equals("Order Completed") && !properties.path("revenue").isTextual()) {
            completions.putIfAbsent(properties.path("order_id").asText(), properties);
        }
        if (name.equals("Product Viewed")) {
            categories.merge(properties.path("category").asText(), 1, Integer::sum);
        }
    }

    int orderCount() {
        return completions.size();
    }

    BigDecimal revenue() {
        return completions.keySet().stream().map(this::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal net(String order) {
        BigDecimal net = completions.get(order).path("revenue").decimalValue();
        for (JsonNode event : events) {
            if (event.at("/properties/order_id").asText().equals(order)) {
                switch (event.path("name").asText()) {
                    case "Order Cancelled" -> net = BigDecimal.ZERO;
                    case "Order Refunded" ->
                        net = net.subtract(event.at("/properties/total").decimalValue());
                    default -> {}
                }
            }
        }
        return net.max(BigDecimal.ZERO);
    }

    Map<String, Integer> categories() {
        return categories;
    }

    String firstSeen() {
        return events.stream()
                .map(event -> event.path("timestamp").asText())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    String lastSeen() {
        return events.stream()
                .map(event -> event.path("timestamp").asText())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}

package io.rapport.recommendation.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventResolved;
import io.rapport.events.EventType;
import io.rapport.recommendation.input.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the products in a visitor's event. What a shop sends wrongly is passed over: it is stored with the profile. */
public final class InteractionReader {
    private static final List<String> ID_NAMES = List.of("product_id", "productId", "id", "sku");
    private static final String REFUNDED = "Order Refunded";
    private static final int MOST_PRODUCTS = 1_000;
    private static final int MOST_PIECES = 1_000_000;

    private InteractionReader() {}

    /** The interactions that the event tells of; none for most events. */
    public static List<Interaction> read(EventResolved event) {
        InteractionKind kind = event.type() == EventType.TRACK ? InteractionKind.ofEvent(event.name()) : null;
        if (kind == null) {
            return List.of();
        }
        if (kind == InteractionKind.CANCELLATION) {
            return cancellation(event);
        }
        Map<String, Integer> quantities = new LinkedHashMap<>();
        if (kind == InteractionKind.PURCHASE) {
            event.properties().path("products").forEach(line -> count(line, quantities));
        } else {
            count(event.properties(), quantities);
        }
        String order = kind == InteractionKind.PURCHASE ? orderId(event.properties()) : null;
        return quantities.entrySet().stream()
                .map(line -> new Interaction(
                        event.eventId(),
                        event.profileId(),
                        kind,
                        line.getKey(),
                        event.timestamp(),
                        line.getValue(),
                        order))
                .toList();
    }

    /** A refund that names an amount or products is taken to be one of a part: the order stands. */
    private static List<Interaction> cancellation(EventResolved event) {
        JsonNode properties = event.properties();
        boolean partly =
                event.name().equals(REFUNDED) && (properties.hasNonNull("total") || properties.hasNonNull("products"));
        String order = orderId(properties);
        return order == null || partly
                ? List.of()
                : List.of(new Interaction(
                        event.eventId(),
                        event.profileId(),
                        InteractionKind.CANCELLATION,
                        "",
                        event.timestamp(),
                        1,
                        order));
    }

    private static void count(JsonNode line, Map<String, Integer> quantities) {
        String id = productId(line);
        if (id != null && quantities.size() < MOST_PRODUCTS) {
            int pieces = Math.max(1, Math.min(MOST_PIECES, line.path("quantity").asInt(1)));
            quantities.merge(id, pieces, (one, more) -> Math.min(MOST_PIECES, one + more));
        }
    }

    private static @Nullable String productId(JsonNode line) {
        for (String name : ID_NAMES) {
            JsonNode value = line.path(name);
            if (value.isTextual() || value.isNumber()) {
                return Text.isId(value.asText()) ? value.asText() : null;
            }
        }
        return null;
    }

    private static @Nullable String orderId(JsonNode properties) {
        JsonNode id = properties.path("order_id");
        return (id.isTextual() || id.isNumber()) && Text.isId(id.asText()) ? id.asText() : null;
    }
}

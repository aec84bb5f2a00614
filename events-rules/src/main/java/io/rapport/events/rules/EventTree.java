package io.rapport.events.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule over an event that is a tree: all but its size, which is of bytes, and its time, which is {@link EventClock}'s. */
public final class EventTree {
    private static final Map<String, Integer> TEXTS = new LinkedHashMap<>();
    private static final List<String> TIMES = List.of("timestamp", "originalTimestamp", "sentAt");
    private static final List<String> OBJECTS = List.of("context", "integrations", "properties", "traits");

    static {
        TEXTS.put("type", EventLimits.NAME_CHARS);
        TEXTS.put("messageId", EventLimits.MESSAGE_ID_CHARS);
        TEXTS.put("userId", EventLimits.ID_CHARS);
        TEXTS.put("anonymousId", EventLimits.ID_CHARS);
        TEXTS.put("previousId", EventLimits.ID_CHARS);
        TEXTS.put("groupId", EventLimits.ID_CHARS);
        TEXTS.put("event", EventLimits.NAME_CHARS);
        TEXTS.put("name", EventLimits.NAME_CHARS);
        TEXTS.put("writeKey", EventLimits.ID_CHARS);
        TIMES.forEach(time -> TEXTS.put(time, EventLimits.NAME_CHARS));
    }

    private EventTree() {}

    /** Why the event is not valid, or null if it is. */
    public static @Nullable Rejection check(JsonNode event) {
        if (!event.isObject()) {
            return Rejection.NOT_AN_OBJECT;
        }
        return first(
                TreeValues.check(event),
                texts(event),
                times(event),
                objects(event),
                prices(event.path("properties")),
                call(event));
    }

    private static @Nullable Rejection first(@Nullable Rejection... found) {
        for (Rejection rejection : found) {
            if (rejection != null) {
                return rejection;
            }
        }
        return null;
    }

    /** The text of a field, or null where there is none or nothing in it. */
    public static @Nullable String text(JsonNode event, String field) {
        String text = event.path(field).textValue();
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable Rejection texts(JsonNode event) {
        for (Map.Entry<String, Integer> field : TEXTS.entrySet()) {
            JsonNode value = event.path(field.getKey());
            if (isThere(value) && !value.isTextual()) {
                return Rejection.wrongType(field.getKey(), "a string");
            }
            if (value.isTextual() && value.textValue().length() > field.getValue()) {
                return Rejection.tooLong(field.getKey(), field.getValue());
            }
        }
        return null;
    }

    private static @Nullable Rejection times(JsonNode event) {
        for (String field : TIMES) {
            String text = text(event, field);
            if (text != null && Timestamps.parse(text) == null) {
                return Rejection.wrongType(field, "an RFC 3339 timestamp");
            }
        }
        return null;
    }

    private static @Nullable Rejection objects(JsonNode event) {
        for (String field : OBJECTS) {
            JsonNode value = event.path(field);
            if (isThere(value) && !value.isObject()) {
                return Rejection.wrongType(field, "an object");
            }
        }
        return null;
    }

    private static @Nullable Rejection prices(JsonNode properties) {
        if (isNegative(properties.path("price"))) {
            return Rejection.NEGATIVE_PRICE;
        }
        JsonNode products = properties.path("products");
        for (JsonNode product : products.isArray() ? products : List.<JsonNode>of()) {
            if (isNegative(product.path("price"))) {
                return Rejection.NEGATIVE_PRODUCT_PRICE;
            }
        }
        return null;
    }

    private static boolean isNegative(JsonNode price) {
        return price.isNumber() && price.decimalValue().signum() < 0;
    }

    private static @Nullable Rejection call(JsonNode event) {
        EventType type = EventCalls.named(text(event, "type"));
        if (type == null) {
            return Rejection.UNKNOWN_TYPE;
        }
        return EventCalls.incomplete(
                type,
                text(event, "userId"),
                text(event, "anonymousId"),
                text(event, "event"),
                text(event, "groupId"),
                text(event, "previousId"));
    }

    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}

package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Device;
import io.rapport.events.RawEvent;
import io.rapport.profile.computed.device.ContextDevices;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a tracking call's body, by the call's type (Segment's tracking specification). */
final class EventContent {
    private static final int LONGEST_NAME = 1_000;

    private EventContent() {}

    /** A track event's or a page's name; the type's name for other calls. */
    static String name(RawEvent raw) {
        JsonNode named = switch (raw.type()) {
            case TRACK -> raw.event().path("event");
            case PAGE, SCREEN -> raw.event().path("name");
            case IDENTIFY, GROUP, ALIAS -> MissingNode.getInstance();
        };
        String name = named.isTextual() && !named.textValue().isBlank()
                ? named.textValue()
                : raw.type().wire();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Properties of a track, page or screen call, traits of an identify or group call. */
    static JsonNode properties(RawEvent raw) {
        return switch (raw.type()) {
            case TRACK, PAGE, SCREEN -> object(raw.event().path("properties"));
            case IDENTIFY -> traits(raw);
            case GROUP -> group(raw);
            case ALIAS -> JsonNodeFactory.instance.objectNode();
        };
    }

    static JsonNode traits(RawEvent raw) {
        return object(raw.event().path("traits"));
    }

    static JsonNode context(RawEvent raw) {
        return object(raw.event().path("context"));
    }

    /** The context as it is kept: with what the user agent says that the device is. */
    static JsonNode seen(RawEvent raw) {
        Device device = raw.device();
        if (device == null) {
            return context(raw);
        }
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        seen.setAll((ObjectNode) context(raw));
        seen.putObject(ContextDevices.SEEN)
                .put("type", device.type().wire())
                .put("os", device.os().wire());
        return seen;
    }

    private static JsonNode group(RawEvent raw) {
        ObjectNode traits = traits(raw).deepCopy();
        return raw.event().hasNonNull("groupId")
                ? traits.set("groupId", raw.event().get("groupId"))
                : traits;
    }

    private static JsonNode object(JsonNode node) {
        return node.isObject() ? node : JsonNodeFactory.instance.objectNode();
    }

    /** The text of a field that is a text or a number. */
    static @Nullable String text(JsonNode node) {
        return node.isTextual() || node.isNumber() ? node.asText() : null;
    }

    /** The country that the event or its sender is said to be in, ISO 3166 alpha-2; how local phone numbers are read. */
    static @Nullable String country(RawEvent raw) {
        JsonNode context = context(raw);
        JsonNode traits = traits(raw);
        for (JsonNode place : new JsonNode[] {
            traits.path("address").path("country"),
            traits.path("country"),
            context.path("traits").path("address").path("country"),
            context.path("location").path("country")
        }) {
            if (place.isTextual() && place.textValue().length() == 2) {
                return place.textValue().toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }
}

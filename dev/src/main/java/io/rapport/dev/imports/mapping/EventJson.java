package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.events.rules.EventClock;
import io.rapport.events.rules.EventLimits;
import io.rapport.events.rules.EventTree;
import io.rapport.events.rules.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** Events as {@code POST /v1/import} takes them, checked for what the gateway would put among its rejected events. */
final class EventJson {
    /** A little less than the gateway takes: what it measures may be written a little differently. */
    static final int LARGEST = EventLimits.EVENT_BYTES - 768;

    private final String source;
    private final InstantSource clock;

    EventJson(String source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The event with its {@code messageId}: the mapping's where it gives one, else one of the content. */
    byte[] write(ObjectNode event, Row row) {
        JsonNode given = event.remove("messageId");
        byte[] content = Json.write(event);
        String id = given == null ? MessageId.ofContent(source, content) : MessageId.given(source, given.textValue());
        if (id.length() > EventLimits.MESSAGE_ID_CHARS) {
            throw new Rejection(
                    row,
                    "messageId: " + id.length() + " characters with the source before it, and may be of "
                            + EventLimits.MESSAGE_ID_CHARS);
        }
        return join(("{\"messageId\":" + Json.text(id) + ",").getBytes(StandardCharsets.UTF_8), content);
    }

    private static byte[] join(byte[] start, byte[] object) {
        byte[] whole = new byte[start.length + object.length - 1];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(object, 1, whole, start.length, object.length - 1);
        return whole;
    }

    /** Events of one visitor share a lane. */
    private static String lane(ObjectNode event) {
        String user = EventTree.text(event, "userId");
        return user == null ? event.path("anonymousId").textValue() : user;
    }

    /** Refuses what the gateway would not store. */
    void check(ObjectNode event, Row row) {
        Rejection.throwIf(EventTree.check(event), row);
    }

    /** An event that was checked, as it is sent. */
    Content content(ObjectNode event, Row row, boolean trimmed) {
        String lane = lane(event);
        Instant time = time(event, row);
        byte[] json = write(event, row);
        if (json.length > LARGEST) {
            throw new Rejection(row, "the event is of " + json.length + " bytes, and may be of " + LARGEST);
        }
        return new Content(lane, json, time, trimmed);
    }

    private Instant time(ObjectNode event, Row row) {
        String text = event.get("timestamp").textValue();
        Instant time = Objects.requireNonNull(Timestamps.parse(text));
        Instant now = clock.instant();
        Rejection.throwIf(new EventClock(now, now, true).check(time), row);
        return time;
    }
}

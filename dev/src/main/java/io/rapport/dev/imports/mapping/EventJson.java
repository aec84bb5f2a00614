package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.Moments;
import io.rapport.dev.imports.value.Unfit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Events as {@code POST /v1/import} takes them, checked for what the gateway would put among its rejected events. */
final class EventJson {
    /** The gateway takes 32 KB; what it measures may be written a little differently. */
    static final int LARGEST = 32_000;

    private static final Duration AHEAD = Duration.ofDays(365);

    private final String source;
    private final InstantSource clock;

    EventJson(String source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The event with its {@code messageId}: the mapping's where it gives one, else one of the content. */
    byte[] write(ObjectNode event) {
        JsonNode given = event.remove("messageId");
        byte[] content = Json.write(event);
        String id = given == null ? MessageId.ofContent(source, content) : MessageId.given(source, given.textValue());
        return join(("{\"messageId\":" + Json.text(id) + ",").getBytes(StandardCharsets.UTF_8), content);
    }

    private static byte[] join(byte[] start, byte[] object) {
        byte[] whole = new byte[start.length + object.length - 1];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(object, 1, whole, start.length, object.length - 1);
        return whole;
    }

    /** Events of one visitor share a lane. */
    private static String lane(ObjectNode event, Row row) {
        JsonNode user = event.path("userId");
        JsonNode visitor = user.isMissingNode() ? event.path("anonymousId") : user;
        if (visitor.isMissingNode()) {
            throw new Rejection(row, "neither userId nor anonymousId: nobody did it");
        }
        return visitor.textValue();
    }

    /** Refuses what the gateway would not store. */
    void check(ObjectNode event, Row row) {
        try {
            Acceptable.checkEvent(event);
        } catch (Unfit e) {
            throw new Rejection(row, e.getMessage());
        }
    }

    /** An event that was checked, as it is sent. */
    Content content(ObjectNode event, Row row, boolean trimmed) {
        String lane = lane(event, row);
        Instant time = time(event, row);
        byte[] json = write(event);
        if (json.length > LARGEST) {
            throw new Rejection(row, "the event is of " + json.length + " bytes, and may be of " + LARGEST);
        }
        return new Content(lane, json, time, trimmed);
    }

    private Instant time(ObjectNode event, Row row) {
        Instant time = Moments.of(event.get("timestamp"));
        if (time.isAfter(clock.instant().plus(AHEAD))) {
            throw new Rejection(row, "the time is more than a year ahead: " + time);
        }
        return time;
    }
}

package io.rapport.gateway.tracking;

import io.rapport.events.EventsJson;
import io.rapport.events.RejectedEvent;
import io.rapport.events.rules.EventLimits;
import io.rapport.events.rules.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the events that are kept aside with the reason why. */
final class RejectedEventWriter {
    private final Utf8Body body;
    private final JsonBytes out;
    private final Sender sender;
    private final Instant receivedAt;
    private final EventBody event;

    RejectedEventWriter(Utf8Body body, JsonBytes out, Sender sender, Instant receivedAt, EventBody event) {
        this.body = body;
        this.out = out;
        this.sender = sender;
        this.receivedAt = receivedAt;
        this.event = event;
    }

    byte[] write(ScannedEvent scanned, Rejection why) {
        return EventsJson.write(new RejectedEvent(
                UUID.randomUUID(),
                sender.sourceId(),
                sender.sourceType(),
                sender.proof(),
                sender.provenUserId(),
                messageId(scanned.messageId),
                why.reason(),
                why.detail(),
                why.pointer(),
                receivedAt,
                text(scanned)));
    }

    /** No store takes a NUL, in no column. */
    private static @Nullable String messageId(@Nullable String messageId) {
        return messageId == null || messageId.indexOf('\0') >= 0 ? null : messageId;
    }

    /** With the batch's context in it where it can be, so that it can be mended and sent again by itself. */
    private String text(ScannedEvent scanned) {
        boolean mergeable = scanned.hasFields && !scanned.unreadable;
        String text = mergeable ? merged(scanned) : asSent(scanned);
        return text.length() > EventLimits.EVENT_BYTES ? text.substring(0, EventLimits.EVENT_BYTES) : text;
    }

    private String merged(ScannedEvent scanned) {
        out.clear();
        event.write(out, scanned);
        return out.toString();
    }

    private String asSent(ScannedEvent scanned) {
        return new String(body.bytes(), scanned.start, scanned.length(), StandardCharsets.UTF_8);
    }
}

package io.rapport.gateway.tracking;

import io.rapport.events.Device;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes {@link io.rapport.events.RawEvent}s as {@link io.rapport.events.EventsJson} reads them, without a tree. */
final class RawEventWriter {
    private final byte[] head;
    private final EventBody event;
    private final JsonBytes out;

    /** @param out used again for each record */
    RawEventWriter(JsonBytes out, Sender sender, Origin origin, Instant receivedAt, EventBody event) {
        this.head = head(sender, origin, receivedAt);
        this.event = event;
        this.out = out;
    }

    private static byte[] head(Sender sender, Origin origin, Instant receivedAt) {
        JsonBytes head = new JsonBytes();
        head.ascii("{\"sourceId\":").string(sender.sourceId());
        head.ascii(",\"sourceType\":").string(sender.sourceType().wire());
        head.ascii(",\"proof\":").string(sender.proof().name());
        if (sender.provenUserId() != null) {
            head.ascii(",\"provenUserId\":").string(sender.provenUserId());
        }
        head.ascii(",\"origin\":").string(origin.wire());
        head.ascii(",\"receivedAt\":").instant(receivedAt);
        return head.ascii(",\"type\":").toBytes();
    }

    byte[] write(ScannedEvent scanned, EventType type, String messageId, Instant timestamp, @Nullable Device device) {
        out.clear();
        out.raw(head).string(type.wire());
        out.ascii(",\"messageId\":").string(messageId);
        out.ascii(",\"timestamp\":").instant(timestamp);
        if (device != null) {
            out.ascii(",\"device\":{\"type\":").string(device.type().wire());
            out.ascii(",\"os\":").string(device.os().wire()).ascii("}");
        }
        out.ascii(",\"event\":");
        event.write(out, scanned);
        return out.ascii("}").toBytes();
    }
}

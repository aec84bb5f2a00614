package io.rapport.gateway.tracking;

import io.rapport.events.Device;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import io.rapport.events.Topic;
import io.rapport.events.rules.EventCalls;
import io.rapport.events.rules.EventClock;
import io.rapport.events.rules.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Turns a request's events into the records that go to Kafka: valid ones to the intake, the others to where they are kept. */
final class RecordBuilder {
    private final TrackingCall call;
    private final Envelope envelope;
    private final Sender sender;
    private final String prefix;
    private final ClientAgents agents;
    private final Map<String, Device> devices;
    private final EventCheck check;
    private final EventClock clock;
    private final RawEventWriter valid;
    private final RejectedEventWriter invalid;

    RecordBuilder(
            TrackingCall call,
            Utf8Body body,
            Envelope envelope,
            Sender sender,
            Connection connection,
            Map<String, Device> devices,
            Instant receivedAt,
            String prefix) {
        JsonBytes out = new JsonBytes();
        EventBody event = new EventBody(body.bytes(), envelope, connection);
        this.agents = new ClientAgents(envelope, connection);
        this.devices = devices;
        this.call = call;
        this.envelope = envelope;
        this.sender = sender;
        this.prefix = prefix;
        this.check = new EventCheck(body);
        boolean history = call.isHistory(sender.proof());
        Origin origin = history ? Origin.IMPORT : Origin.LIVE;
        this.clock = new EventClock(receivedAt, receivedAt, history);
        this.valid = new RawEventWriter(out, sender, origin, receivedAt, event);
        this.invalid = new RejectedEventWriter(body, out, sender, receivedAt, event);
    }

    /** A record for each event; an invalid one that came alone is a 400. */
    List<ProducerRecord<String, byte[]>> records() {
        List<ProducerRecord<String, byte[]>> records =
                new ArrayList<>(envelope.events().size());
        for (ScannedEvent event : envelope.events()) {
            records.add(record(event));
        }
        return records;
    }

    private ProducerRecord<String, byte[]> record(ScannedEvent event) {
        EventType type = call.type() == null ? EventCalls.named(event.type) : call.type();
        Instant sentAt = event.sentAt == null ? envelope.sentAt() : event.sentAt;
        Instant timestamp = clock.timestamp(event.timestamp, event.originalTimestamp, sentAt);
        Rejection rejection = check.check(event, type);
        rejection = rejection == null ? clock.check(timestamp) : rejection;
        if (type != null && rejection == null) {
            return valid(event, type, timestamp);
        }
        return rejected(event, rejection);
    }

    private ProducerRecord<String, byte[]> valid(ScannedEvent event, EventType type, Instant timestamp) {
        String messageId = event.messageId == null ? UUID.randomUUID().toString() : event.messageId;
        byte[] value = valid.write(event, type, messageId, timestamp, device(event));
        return new ProducerRecord<>(Topic.RAW_EVENTS.name(prefix), key(event), value);
    }

    private ProducerRecord<String, byte[]> rejected(ScannedEvent event, Rejection rejection) {
        if (call.type() != null) {
            throw Malformed.event(rejection);
        }
        return new ProducerRecord<>(
                Topic.REJECTED_EVENTS.name(prefix), sender.sourceId(), invalid.write(event, rejection));
    }

    private @Nullable Device device(ScannedEvent event) {
        String agent = agents.of(event);
        return agent == null ? null : devices.get(agent);
    }

    /** The sender's strongest identifier, so that one visitor's events stay in order. */
    private static String key(ScannedEvent event) {
        return event.userId == null ? "anonymousId:" + event.anonymousId : "userId:" + event.userId;
    }
}

package io.rapport.profile.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.OsFamily;
import io.rapport.events.Proof;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A tracking call as the gateway would hand it on; by default a browser's, with consent to everything. */
final class SentEvent {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String ALL = "{'analytics':true,'personalization':true,'marketing':true,'advertising':true}";

    private static final AtomicLong SAID = new AtomicLong();

    private final ObjectNode event = EventsJson.mapper().createObjectNode();
    private EventType type = EventType.TRACK;
    /** In the order in which the test says them, for it decides between two of one moment. */
    private String messageId = String.format("m-%09d-%s", SAID.incrementAndGet(), UUID.randomUUID());

    private String source = "web";
    private SourceType sourceType = SourceType.WEB;
    private Proof proof = Proof.NONE;
    private Instant at = NOON;
    private Instant receivedAt = Instant.MIN;
    private Origin origin = Origin.LIVE;
    private @Nullable Device device;

    private SentEvent() {}

    private static SentEvent of(EventType type) {
        SentEvent sent = new SentEvent();
        sent.type = type;
        return sent.consent(ALL);
    }

    static SentEvent track(String name) {
        SentEvent sent = of(EventType.TRACK);
        sent.event.put("event", name);
        return sent;
    }

    /** @param properties JSON with single quotes */
    static SentEvent track(String name, String properties) {
        SentEvent sent = track(name);
        sent.event.set("properties", json(properties));
        return sent;
    }

    static SentEvent identify(String traits) {
        SentEvent sent = of(EventType.IDENTIFY);
        sent.event.set("traits", json(traits));
        return sent;
    }

    static SentEvent alias(String previousId) {
        SentEvent sent = of(EventType.ALIAS);
        sent.event.put("previousId", previousId);
        return sent;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) EventsJson.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    SentEvent user(String userId) {
        event.put("userId", userId);
        return this;
    }

    SentEvent anonymous(String anonymousId) {
        event.put("anonymousId", anonymousId);
        return this;
    }

    SentEvent consent(String consent) {
        event.withObject("/context").set("consent", json(consent));
        return this;
    }

    SentEvent noConsent() {
        event.withObject("/context").remove("consent");
        return this;
    }

    SentEvent context(String field, String value) {
        event.withObject("/context").set(field, json(value));
        return this;
    }

    SentEvent at(Instant moment) {
        at = moment;
        return this;
    }

    SentEvent received(Instant moment) {
        receivedAt = moment;
        return this;
    }

    SentEvent id(String id) {
        messageId = id;
        return this;
    }

    SentEvent source(String id) {
        source = id;
        return this;
    }

    SentEvent proved() {
        proof = Proof.USER_TOKEN;
        return this;
    }

    SentEvent backEnd() {
        source = "shop";
        sourceType = SourceType.SERVER;
        proof = Proof.SERVER_KEY;
        return this;
    }

    SentEvent imported() {
        origin = Origin.IMPORT;
        return this;
    }

    String messageId() {
        return messageId;
    }

    Instant at() {
        return at;
    }

    /** Unless the test says otherwise, it is received at noon, or when it happens if that is later. */
    private Instant receivedAt() {
        Instant earliest = at.isAfter(NOON) ? at : NOON;
        return receivedAt.equals(Instant.MIN) ? earliest : receivedAt;
    }

    /** What the gateway took its user agent to be. */
    SentEvent device(DeviceType type, OsFamily os) {
        device = new Device(type, os);
        return this;
    }

    RawEvent raw() {
        return new RawEvent(source, sourceType, proof, null, origin, type, messageId, at, receivedAt(), device, event);
    }

    String key() {
        return event.hasNonNull("userId")
                ? "userId:" + event.get("userId").asText()
                : "anonymousId:" + event.path("anonymousId").asText();
    }

    ConsumerRecord<String, byte[]> record() {
        return new ConsumerRecord<>("raw-events", 0, 0, key(), EventsJson.write(raw()));
    }

    ProducerRecord<String, byte[]> produced(String topic) {
        return new ProducerRecord<>(topic, key(), EventsJson.write(raw()));
    }
}

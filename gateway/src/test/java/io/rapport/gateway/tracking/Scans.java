package io.rapport.gateway.tracking;

import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.EventsJson;
import io.rapport.events.OsFamily;
import io.rapport.events.Proof;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Runs bodies through intake without HTTP and Kafka, at noon of a day in May. */
final class Scans {
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final Sender BROWSER = new Sender("web", SourceType.WEB, Proof.NONE, null);
    static final Sender BACK_END = new Sender("server", SourceType.SERVER, Proof.SERVER_KEY, null);

    static final String PHONE_AGENT = "Phone \"7\"";
    private static final Map<String, Device> DEVICES =
            Map.of(PHONE_AGENT, new Device(DeviceType.MOBILE, OsFamily.OTHER));

    private Scans() {}

    static List<ProducerRecord<String, byte[]>> records(TrackingCall call, String json, Connection connection) {
        return records(call, json, connection, BROWSER);
    }

    private static List<ProducerRecord<String, byte[]>> records(
            TrackingCall call, String json, Connection connection, Sender sender) {
        Utf8Body body = Utf8Body.of(json.getBytes(StandardCharsets.UTF_8));
        Envelope envelope = call.type() == null ? EnvelopeScanner.batch(body) : EnvelopeScanner.single(body);
        return new RecordBuilder(call, body, envelope, sender, connection, DEVICES, NOON, "t.").records();
    }

    /** The one event that comes of this body. */
    static RawEvent event(TrackingCall call, String json, Connection connection) {
        return only(records(call, json, connection));
    }

    /** The same, sent with a server key. */
    static RawEvent eventOfBackEnd(TrackingCall call, String json) {
        return only(records(call, json, Connection.UNKNOWN, BACK_END));
    }

    private static RawEvent only(List<ProducerRecord<String, byte[]>> records) {
        if (records.size() != 1) {
            throw new AssertionError("One record was expected: " + records);
        }
        return EventsJson.read(records.get(0).value(), RawEvent.class);
    }

    static RawEvent event(TrackingCall call, String json) {
        return event(call, json, Connection.UNKNOWN);
    }
}

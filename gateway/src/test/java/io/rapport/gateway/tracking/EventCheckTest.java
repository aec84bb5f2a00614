package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.EventsJson;
import io.rapport.events.RejectedEvent;
import io.rapport.events.rules.testing.EventCase;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events are valid, and what is said of the others. */
class EventCheckTest {
    private static ProducerRecord<String, byte[]> only(String event) {
        String body = "{\"batch\":[" + event + "]}";
        List<ProducerRecord<String, byte[]>> records = Scans.records(TrackingCall.BATCH, body, Connection.UNKNOWN);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    @ParameterizedTest
    @MethodSource("io.rapport.events.rules.testing.EventCases#all")
    void anEventIsTakenOrKeptWithTheReasonAndTheField(EventCase event) {
        // When
        ProducerRecord<String, byte[]> record = only(event.json());
        // Then
        assertThat(record.topic()).isEqualTo(event.taken() ? "t.raw-events" : "t.rejected-events");
        if (!event.taken()) {
            RejectedEvent rejected = EventsJson.read(record.value(), RejectedEvent.class);
            assertThat(rejected.reason()).isEqualTo(event.reason());
            assertThat(rejected.pointer()).isEqualTo(event.pointer());
            assertThat(rejected.detail()).endsWith(".");
            assertThat(rejected.event()).isEqualTo(event.json());
            assertThat(rejected.sourceId()).isEqualTo("web");
        }
    }

    /** Only the last of duplicate keys counts for JSON, but a wrong type is wrong anywhere. */
    @ParameterizedTest
    @CsvSource({
        "'{\"userId\":7,\"type\":\"page\",\"userId\":\"u\"}', invalid-user-id",
        "'{\"type\":\"page\",\"userId\":\"u\",\"properties\":{\"n\":1E-999999999999}}', number-out-of-range"
    })
    void whatIsSeenInBytesAlone(String event, String reason) {
        assertThat(EventsJson.read(only(event).value(), RejectedEvent.class).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 15_000})
    void noDepthIsTooDeepToBeRefused(int levels) {
        String event = "{\"type\":\"page\",\"userId\":\"u\",\"properties\":{\"deep\":" + "[".repeat(levels)
                + "]".repeat(levels) + "}}";
        assertThat(only(event).topic()).isEqualTo("t.rejected-events");
    }

    @ParameterizedTest
    @CsvSource({"too-deep, 1200", "too-deep, 70", "number-out-of-range, 0"})
    void whatNobodyCanReadAsATreeIsKeptAsSentEvenWhereABatchHasSomethingToMerge(String reason, int levels) {
        // Given
        String deep = levels == 0 ? "1E-999999999999" : "[".repeat(levels) + "]".repeat(levels);
        String event = "{\"type\":\"page\",\"userId\":\"u\",\"context\":{\"deep\":" + deep
                + "},\"integrations\":{\"deep\":" + deep + "}}";
        String body = "{\"batch\":[" + event + "],\"context\":{\"a\":1},\"integrations\":{\"b\":2}}";
        // When
        ProducerRecord<String, byte[]> record =
                Scans.records(TrackingCall.BATCH, body, Connection.UNKNOWN).get(0);
        // Then
        RejectedEvent rejected = EventsJson.read(record.value(), RejectedEvent.class);
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.event()).isEqualTo(event);
    }
}

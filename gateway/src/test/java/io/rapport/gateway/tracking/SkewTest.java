package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Origin;
import io.rapport.events.RawEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segment's spec, common fields: timestamp = receivedAt − (sentAt − originalTimestamp). Received at noon. */
class SkewTest {
    private static String batch(String times, String sentAt) {
        return "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a\"" + times + "}]" + sentAt + "}";
    }

    @Test
    void aClockThatIsAnHourFastIsCorrected() {
        // Given an event three seconds before it was sent, by a clock that shows 13:00 at noon
        String body = batch(",\"timestamp\":\"2026-05-01T12:59:57Z\"", ",\"sentAt\":\"2026-05-01T13:00:00Z\"");
        // When
        RawEvent event = Scans.event(TrackingCall.BATCH, body);
        // Then
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-05-01T11:59:57Z"));
        assertThat(event.receivedAt()).isEqualTo(Scans.NOON);
    }

    @Test
    void anEventsOwnSentAtComesBeforeTheBatchs() {
        // Given
        String body = batch(
                ",\"timestamp\":\"2026-05-01T10:00:00Z\",\"sentAt\":\"2026-05-01T10:01:00Z\"",
                ",\"sentAt\":\"2026-05-01T13:00:00Z\"");
        // When
        RawEvent event = Scans.event(TrackingCall.BATCH, body);
        // Then
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-05-01T11:59:00Z"));
    }

    @Test
    void originalTimestampIsWhatTheClientsClockShowed() {
        // Given
        String body = batch(
                ",\"timestamp\":\"2026-05-01T01:00:00Z\",\"originalTimestamp\":\"2026-05-01T12:59:00Z\"",
                ",\"sentAt\":\"2026-05-01T13:00:00Z\"");
        // When
        RawEvent event = Scans.event(TrackingCall.BATCH, body);
        // Then
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-05-01T11:59:00Z"));
    }

    @Test
    void withoutSentAtTheTimestampIsTakenAtItsWord() {
        // Given
        String body = batch(",\"timestamp\":\"2026-04-30T09:08:07.654Z\"", "");
        // When
        RawEvent event = Scans.event(TrackingCall.BATCH, body);
        // Then
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-04-30T09:08:07.654Z"));
    }

    @Test
    void withoutAnyTimestampAnEventHappenedWhenItWasReceived() {
        // Given
        String body = batch("", ",\"sentAt\":\"2026-05-01T13:00:00Z\"");
        // When
        RawEvent event = Scans.event(TrackingCall.BATCH, body);
        // Then
        assertThat(event.timestamp()).isEqualTo(Scans.NOON);
    }

    @Test
    void historyIsTakenAtItsWord() {
        // Given
        String body = batch(",\"timestamp\":\"2009-12-01T08:26:00Z\"", ",\"sentAt\":\"2026-05-01T13:00:00Z\"");
        // When
        RawEvent event = Scans.eventOfBackEnd(TrackingCall.IMPORT, body);
        // Then
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2009-12-01T08:26:00Z"));
        assertThat(event.origin()).isEqualTo(Origin.IMPORT);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-01T12:00:00Z, true",
        "2027-05-01T12:00:01Z, false",
        "9999-12-31T23:59:59Z, false",
        "0001-01-01T00:00:00Z, true",
        "0000-12-31T23:59:59Z, false"
    })
    void aTimestampMayBeAYearAheadAtMostAndInOurEra(String timestamp, boolean valid) {
        // Given
        String body = batch(",\"timestamp\":\"" + timestamp + "\"", "");
        // When
        String topic = Scans.records(TrackingCall.BATCH, body, Connection.UNKNOWN)
                .get(0)
                .topic();
        // Then
        assertThat(topic).isEqualTo(valid ? "t.raw-events" : "t.rejected-events");
    }
}

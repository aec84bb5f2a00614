package io.rapport.gateway.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request holds.
 *
 * @param sentAt when the client sent it, by its own clock
 * @param context what is to be merged into each event's context
 * @param userAgent what that context says of the client, if it does
 * @param integrations what is to be merged into each event's integrations
 */
record Envelope(
        List<ScannedEvent> events,
        @Nullable String writeKey,
        @Nullable Instant sentAt,
        @Nullable Span context,
        @Nullable String userAgent,
        @Nullable Span integrations) {

    /** Bytes that merging adds to each event at most. */
    int mergedBytes() {
        return (context == null ? 0 : context.length()) + (integrations == null ? 0 : integrations.length());
    }
}

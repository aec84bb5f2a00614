package io.rapport.profile.rejected;

import io.rapport.events.Proof;
import io.rapport.events.RejectedEvent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refused event as a list shows it: without the event, which may hold personal data. */
record RejectedView(
        UUID id,
        String sourceId,
        @Nullable String messageId,
        @Schema(examples = "missing-event-name") String reason,
        String detail,

        @Nullable @Schema(description = "JSON pointer of the bad field in the event")
        String pointer,

        Instant receivedAt,
        @Nullable Instant replayedAt) {
    static RejectedView of(RejectedEntry entry) {
        RejectedEvent rejected = entry.rejected();
        return new RejectedView(
                rejected.id(),
                rejected.sourceId(),
                rejected.messageId(),
                rejected.reason(),
                rejected.detail(),
                rejected.pointer(),
                rejected.receivedAt(),
                entry.replayedAt());
    }

    /** All of it. */
    record Whole(
            UUID id,
            String sourceId,
            @Nullable String messageId,
            String reason,
            String detail,
            @Nullable String pointer,
            Instant receivedAt,
            @Nullable Instant replayedAt,
            Proof proof,

            @Schema(description = "As it was sent; it may be no whole JSON.")
            String event) {
        static Whole of(RejectedEntry entry) {
            RejectedView view = RejectedView.of(entry);
            return new Whole(
                    view.id,
                    view.sourceId,
                    view.messageId,
                    view.reason,
                    view.detail,
                    view.pointer,
                    view.receivedAt,
                    view.replayedAt,
                    entry.rejected().proof(),
                    entry.rejected().event());
        }
    }
}

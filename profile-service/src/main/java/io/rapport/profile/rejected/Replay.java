package io.rapport.profile.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Sending refused events again. */
final class Replay {
    private Replay() {}

    /** For one of them. */
    record Request(
            @Nullable
            @Schema(description = "The mended event, to be sent instead of the refused one.", type = SchemaType.OBJECT)
            JsonNode event) {
        /** An explicit null mends nothing. */
        @Nullable
        JsonNode mended() {
            return event == null || event.isNull() ? null : event;
        }
    }

    /** What came of many. */
    record Result(
            int replayed,

            @Schema(description = "How many are not valid yet, and stay.")
            int stillInvalid,

            @Nullable @Schema(description = "There are more: send it with the same filter to go on.")
            String cursor) {
        static final Result NOTHING = new Result(0, 0, null);

        int looked() {
            return replayed + stillInvalid;
        }

        Result plus(Result other) {
            return new Result(replayed + other.replayed, stillInvalid + other.stillInvalid, other.cursor);
        }
    }

    /** Which of them. */
    record BulkRequest(
            @Nullable String reason,
            @Nullable String source,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor) {
        static final BulkRequest ALL = new BulkRequest(null, null, null, null, null);

        RejectedFilter filter() {
            return new RejectedFilter(reason, source, from, to).validated();
        }
    }
}

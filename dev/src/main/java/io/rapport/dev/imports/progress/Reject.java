package io.rapport.dev.imports.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Place;
import org.jspecify.annotations.Nullable;

/**
 * A line of the side file: what was not imported, where it stands, and why.
 *
 * @param row the row as it was read
 * @param record what was made of it, where the gateway refused that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reject(
        String file,
        long line,
        String reason,
        @Nullable JsonNode row,
        @Nullable JsonNode record) {
    public static Reject ofRow(Place place, String reason, JsonNode row) {
        return new Reject(place.file(), place.line(), reason, row, null);
    }

    public static Reject ofRecord(Place place, String reason, JsonNode record) {
        return new Reject(place.file(), place.line(), reason, null, record);
    }
}

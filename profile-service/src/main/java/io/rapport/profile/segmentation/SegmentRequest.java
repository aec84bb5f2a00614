package io.rapport.profile.segmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.segment.SegmentText;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an operator describes a segment. */
record SegmentRequest(
        @Schema(required = true, examples = "Frequent buyers") @Nullable
        String name,

        @Nullable String description,

        @Schema(description = "Whether answers to visitors name it.", defaultValue = "false") @JsonProperty("public")
        boolean isPublic,

        @Schema(
                required = true,
                description = "A tree of all, any and not over leaves; see the guide of segments.",
                examples = "{\"event\":\"Order Completed\",\"count\":{\"gte\":3},\"within\":\"P90D\"}")
        @Nullable
        JsonNode condition) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    SegmentText validated(String id) {
        new Fields()
                .check(
                        ID.matcher(id).matches(),
                        "",
                        "A segment's id is 1 to 128 letters, digits, dots, hyphens and underscores.")
                .text("/name", name, LONGEST_NAME)
                .optional("/description", description, LONGEST_DESCRIPTION)
                .required("/condition", condition)
                .end();
        return new SegmentText(id, name, description, isPublic, condition, false);
    }

    /** A condition to be tried out. */
    record Preview(@Schema(required = true) @Nullable JsonNode condition) {}
}

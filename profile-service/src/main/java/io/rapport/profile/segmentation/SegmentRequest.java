package io.rapport.profile.segmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.segment.SegmentKind;
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

        @Schema(description = "By a condition, or static: a list of people, see /members.", defaultValue = "condition")
        @Nullable
        SegmentKind kind,

        @Schema(
                description =
                        "A tree of all, any and not over leaves; needed unless the kind is static. See the guide of segments.",
                examples = "{\"event\":\"Order Completed\",\"count\":{\"gte\":3},\"within\":\"P90D\"}")
        @Nullable
        JsonNode condition) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    SegmentText validated(String id) {
        @Nullable JsonNode rule = condition == null || condition.isNull() ? null : condition;
        new Fields()
                .check(
                        ID.matcher(id).matches(),
                        "",
                        "A segment's id is 1 to 128 letters, digits, dots, hyphens and underscores.")
                .text("/name", name, LONGEST_NAME)
                .optional("/description", description, LONGEST_DESCRIPTION)
                .check(
                        isStatic() == (rule == null),
                        "/condition",
                        isStatic() ? "A static segment has a list and no condition." : "This field is required.")
                .end();
        return new SegmentText(id, name, description, isPublic, rule, false);
    }

    private boolean isStatic() {
        return kind == SegmentKind.STATIC;
    }

    /** A condition to be tried out. */
    record Preview(@Schema(required = true) @Nullable JsonNode condition) {}
}

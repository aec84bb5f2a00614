package io.rapport.profile.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.problem.Fields;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an operator describes a score. */
record ScoreRequest(
        @Schema(required = true, examples = "Engagement") @Nullable
        String name,

        @Nullable String description,

        @Schema(
                required = true,
                description = "1 to 50 conditions as in segments, each with its weight, which may be negative.",
                examples = "[{\"condition\":{\"event\":\"Order Completed\"},\"weight\":10}]")
        @Nullable
        JsonNode weights) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 2_000;
    /** No dot, for it is a step of a path. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    ScoreRequest validated(String id) {
        new Fields()
                .check(
                        ID.matcher(id).matches(),
                        "",
                        "A score's id is 1 to 64 letters, digits, hyphens and underscores.")
                .text("/name", name, LONGEST_NAME)
                .optional("/description", description, LONGEST_DESCRIPTION)
                .required("/weights", weights)
                .end();
        return this;
    }
}

package io.rapport.profile.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.events.Purpose;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person allows. */
record ConsentView(UUID profileId, List<PurposeView> consents) {
    /** One purpose of it. */
    record PurposeView(
            Purpose purpose,
            boolean granted,

            @JsonProperty("default")
            @Schema(description = "Whether it is the deployment's default, for they never decided.")
            boolean isDefault,

            @Nullable @Schema(description = "A source's id, `api` or `merge`.")
            String source,

            @Nullable Instant decidedAt) {}

    static ConsentView of(UUID profile, Map<Purpose, ConsentHistory.Decision> standing, Set<Purpose> defaults) {
        return new ConsentView(
                profile,
                Arrays.stream(Purpose.values())
                        .map(purpose -> of(purpose, standing.get(purpose), defaults))
                        .toList());
    }

    private static PurposeView of(Purpose purpose, ConsentHistory.@Nullable Decision decision, Set<Purpose> defaults) {
        return decision == null
                ? new PurposeView(purpose, defaults.contains(purpose), true, null, null)
                : new PurposeView(purpose, decision.granted(), false, decision.source(), decision.decidedAt());
    }
}

package io.rapport.profile.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A privacy request as the API shows it. */
record PrivacyRequestView(
        UUID id,
        PrivacyRequest.Type type,
        PrivacyRequest.State state,

        @Schema(description = "A service that was told is `running` until it confirms.")
        List<PrivacyRequest.Part> parts,

        Instant requestedAt,
        String requestedBy) {
    static PrivacyRequestView of(PrivacyRequest request) {
        return new PrivacyRequestView(
                request.id(),
                request.type(),
                request.state(),
                request.parts(),
                request.requestedAt(),
                request.requestedBy());
    }
}

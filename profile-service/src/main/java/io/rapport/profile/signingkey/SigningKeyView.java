package io.rapport.profile.signingkey;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signing key as operators see it. */
record SigningKeyView(
        String kid,
        Instant createdAt,

        @Schema(description = "When it takes over; it is announced before.")
        Instant signsFrom,

        @Schema(description = "When its last token has expired.")
        Instant notAfter) {
    static SigningKeyView of(SigningKey key) {
        return new SigningKeyView(key.kid(), key.createdAt(), key.signsFrom(), key.notAfter());
    }
}

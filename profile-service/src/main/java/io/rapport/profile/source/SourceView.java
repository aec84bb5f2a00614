package io.rapport.profile.source;

import io.rapport.events.SourceType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as the API shows it. */
record SourceView(
        String id,
        String name,
        SourceType type,
        boolean requireUserToken,
        String writeKey,

        @Nullable
        @Schema(
                description =
                        "Shown once: in the answer that created or replaced it. Its UTF-8 bytes are the HS256 key.")
        String secret,

        Instant createdAt,
        Instant updatedAt) {
    static SourceView of(Source source) {
        return withSecret(source, null);
    }

    static SourceView withSecret(Source source, @Nullable String secret) {
        return new SourceView(
                source.id(),
                source.name(),
                source.type(),
                source.requireUserToken(),
                source.writeKey(),
                secret,
                source.createdAt(),
                source.updatedAt());
    }
}

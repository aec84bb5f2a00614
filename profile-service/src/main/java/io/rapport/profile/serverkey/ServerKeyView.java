package io.rapport.profile.serverkey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A server key as the API shows it. */
record ServerKeyView(
        UUID id,
        String name,

        @Schema(description = "The key's last characters, to tell it from others.")
        String hint,

        List<String> scopes,
        String sourceId,
        Instant createdAt,

        @Nullable @Schema(description = "Shown once: in the answer that created it.")
        String key) {
    static ServerKeyView of(ServerKey key) {
        return withKey(key, null);
    }

    static ServerKeyView withKey(ServerKey key, @Nullable String text) {
        return new ServerKeyView(
                key.id(),
                key.name(),
                key.hint(),
                key.scopes().stream().sorted().toList(),
                key.sourceId(),
                key.createdAt(),
                text);
    }
}

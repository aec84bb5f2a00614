package io.rapport.gateway.access;

import io.rapport.events.SourceType;
import java.security.Key;
import org.jspecify.annotations.Nullable;

/**
 * A source that may send.
 *
 * @param userTokenKey checks its user tokens; null where the secret could not be opened, so that no token is believed
 */
public record KnownSource(
        String id,
        SourceType type,
        String writeKey,
        boolean requireUserToken,
        @Nullable Key userTokenKey) {
    @Override
    public String toString() {
        return "KnownSource[" + id + "]";
    }
}

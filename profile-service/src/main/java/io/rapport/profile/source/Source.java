package io.rapport.profile.source;

import io.rapport.events.AccessRecord;
import io.rapport.events.SourceType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A source of events.
 *
 * @param writeKey public; stands in web pages
 * @param sealedSecret the HS256 secret of its user tokens, encrypted
 */
public record Source(
        String id,
        String name,
        SourceType type,
        boolean requireUserToken,
        String writeKey,
        String sealedSecret,
        Instant createdAt,
        Instant updatedAt) {
    /** Moments to the microsecond, as they are stored. */
    public Source {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    }

    Source described(SourceRequest as, Instant at) {
        return new Source(id, as.name(), as.type(), as.requireUserToken(), writeKey, sealedSecret, createdAt, at);
    }

    Source withWriteKey(String key, Instant at) {
        return new Source(id, name, type, requireUserToken, key, sealedSecret, createdAt, at);
    }

    Source withSecret(String sealed, Instant at) {
        return new Source(id, name, type, requireUserToken, writeKey, sealed, createdAt, at);
    }

    /** What the gateway gets to know. */
    public AccessRecord.Source announcement() {
        return new AccessRecord.Source(id, type, writeKey, sealedSecret, requireUserToken);
    }
}

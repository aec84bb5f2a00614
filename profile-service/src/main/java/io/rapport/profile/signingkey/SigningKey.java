package io.rapport.profile.signingkey;

import io.rapport.events.AccessRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An RSA key of the token issuer.
 *
 * @param kid its RFC 7638 thumbprint
 * @param publicJwk the public half, RFC 7517 JSON
 * @param sealedJwk both halves, encrypted
 * @param signsFrom when it takes over; announced before that
 * @param notAfter when the last token that it may have signed has expired
 */
record SigningKey(
        String kid, String publicJwk, String sealedJwk, Instant createdAt, Instant signsFrom, Instant notAfter) {
    /** Moments to the microsecond, as they are stored. */
    SigningKey {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        signsFrom = signsFrom.truncatedTo(ChronoUnit.MICROS);
        notAfter = notAfter.truncatedTo(ChronoUnit.MICROS);
    }

    SigningKey until(Instant end) {
        return new SigningKey(kid, publicJwk, sealedJwk, createdAt, signsFrom, end);
    }

    AccessRecord.SigningKey announcement() {
        return new AccessRecord.SigningKey(kid, publicJwk, notAfter);
    }
}

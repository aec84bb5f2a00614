package io.rapport.profile.login;

import java.util.UUID;

/** What came of a refresh token. */
sealed interface Refresh {
    /** It was good and is used up; {@code refreshToken} follows it. */
    record Rotated(String username, int passwordVersion, String refreshToken) implements Refresh {}

    /** It was used before: somebody else has it too, so the session has ended for all who have it. */
    record Reused(UUID sessionId) implements Refresh {}

    /** It is unknown, or has expired. */
    record Refused() implements Refresh {}
}

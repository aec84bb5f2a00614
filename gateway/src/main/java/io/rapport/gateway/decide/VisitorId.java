package io.rapport.gateway.decide;

import io.rapport.gateway.access.Credentials;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;

/**
 * By what a visitor is known.
 *
 * @param type {@code userId} or {@code anonymousId}
 */
record VisitorId(String type, String value) {
    /**
     * The identifier that the caller may ask for. Reading as a user takes proof: a server key, or the user's own token, which
     * also says who it is when the page does not.
     */
    static VisitorId of(Caller caller, Asked asked) {
        if (!caller.mayActForAnyVisitor()) {
            checkProof(caller, asked);
        }
        String userId = asked.userId() == null ? caller.userId() : asked.userId();
        if (userId != null) {
            return new VisitorId("userId", userId);
        }
        if (asked.anonymousId() == null) {
            throw Problem.invalid("/anonymousId", "The visitor's anonymousId or userId is missing.");
        }
        return new VisitorId("anonymousId", asked.anonymousId());
    }

    private static void checkProof(Caller caller, Asked asked) {
        if (caller.kind() != Caller.Kind.VISITOR) {
            throw Problem.of(CommonProblem.FORBIDDEN, "This is asked with a source's key.");
        }
        if (asked.userId() == null) {
            return;
        }
        if (caller.userId() == null) {
            throw Credentials.userTokenMissing();
        }
        if (!caller.userId().equals(asked.userId())) {
            throw Problem.of(CommonProblem.FORBIDDEN, "The user token is another user's.");
        }
    }
}

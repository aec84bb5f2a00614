package io.rapport.gateway.tracking;

import io.rapport.events.Proof;
import io.rapport.events.SourceType;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Who sends events, as it stands in each of them. */
record Sender(
        String sourceId,
        SourceType sourceType,
        Proof proof,
        @Nullable String provenUserId) {
    /** An operator has no source to send for: a 403. */
    static Sender of(Caller caller) {
        String source = caller.sourceId();
        SourceType type = caller.sourceType();
        if (source == null || type == null) {
            throw Problem.of(CommonProblem.FORBIDDEN, "Events are sent with a source's key.");
        }
        if (caller.kind() == Caller.Kind.SERVER) {
            return new Sender(source, type, Proof.SERVER_KEY, null);
        }
        return new Sender(source, type, caller.userId() == null ? Proof.NONE : Proof.USER_TOKEN, caller.userId());
    }
}

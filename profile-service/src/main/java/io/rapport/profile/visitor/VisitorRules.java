package io.rapport.profile.visitor;

import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentifierType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may be told about whom. The gateway has checked it; it is checked again where the answer is. */
final class VisitorRules {
    private VisitorRules() {}

    /** The identifiers to look up, in turn. */
    static List<Identifier> wanted(Caller caller, VisitorRequest request) {
        if (request.userId() == null && request.anonymousId() == null) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "Either userId or anonymousId is needed.");
        }
        switch (caller.kind()) {
            case SERVER -> {}
            case VISITOR -> checkProof(caller, request);
            case OPERATOR -> throw Problem.of(CommonProblem.FORBIDDEN, "Operators read /api/profiles.");
            case ANONYMOUS -> throw Problem.of(CommonProblem.UNAUTHENTICATED, "This needs a credential.");
        }
        return Stream.of(
                        IdentifierRules.normalise(IdentifierType.USER_ID, request.userId(), null),
                        IdentifierRules.normalise(IdentifierType.ANONYMOUS_ID, request.anonymousId(), null))
                .flatMap(Optional::stream)
                .toList();
    }

    private static void checkProof(Caller caller, VisitorRequest request) {
        if (request.userId() == null) {
            return;
        }
        if (caller.userId() == null) {
            throw Problem.of(CommonProblem.UNAUTHENTICATED, "Reading by userId needs a user token.");
        }
        if (!caller.userId().equals(request.userId())) {
            throw Problem.of(CommonProblem.FORBIDDEN, "The token is another user's.");
        }
    }

    /** A browser without proof is not told about a user, even if it knows the anonymousId that became theirs. */
    static boolean mayKnow(Caller caller, Visitor visitor) {
        return caller.mayActForAnyVisitor()
                || visitor.userIds().isEmpty()
                || (caller.userId() != null && visitor.userIds().contains(caller.userId()));
    }
}

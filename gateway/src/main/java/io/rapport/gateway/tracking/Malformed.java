package io.rapport.gateway.tracking;

import io.rapport.events.rules.Rejection;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;

/** Why nothing of a request is taken. */
final class Malformed {
    private Malformed() {}

    static Problem json(String detail) {
        return Problem.of(CommonProblem.INVALID_REQUEST, "The body is not valid JSON: " + detail + ".");
    }

    static Problem envelope(String pointer, String detail) {
        return Problem.invalid(pointer, detail);
    }

    static Problem event(Rejection rejection) {
        return rejection.pointer() == null
                ? Problem.of(CommonProblem.INVALID_REQUEST, rejection.detail())
                : Problem.invalid(rejection.pointer(), rejection.detail());
    }

    static Problem tooLarge(String detail) {
        return Problem.of(CommonProblem.PAYLOAD_TOO_LARGE, detail);
    }
}

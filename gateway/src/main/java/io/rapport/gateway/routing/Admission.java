package io.rapport.gateway.routing;

import io.rapport.platform.caller.Caller;

/** Which kinds of callers a path is for; what exactly they may is the service's to say. */
enum Admission {
    /** No credential: logging in, and links that carry their own proof. */
    ANYBODY,
    /** Visitors' clients and back ends. */
    VISITORS,
    /** Operators and back ends. */
    OPERATORS;

    boolean admits(Caller.Kind kind) {
        return switch (kind) {
            case ANONYMOUS -> this == ANYBODY;
            case VISITOR -> this != OPERATORS;
            case OPERATOR -> this != VISITORS;
            case SERVER -> true;
        };
    }
}

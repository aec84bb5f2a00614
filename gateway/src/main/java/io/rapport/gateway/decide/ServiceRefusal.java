package io.rapport.gateway.decide;

import io.vertx.core.buffer.Buffer;

/** A service says that the page asked for what cannot be; its problem is passed on. */
final class ServiceRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Buffer problem;

    ServiceRefusal(int status, Buffer problem) {
        super("refused with " + status, null, false, false);
        this.status = status;
        this.problem = problem;
    }

    int status() {
        return status;
    }

    Buffer problem() {
        return problem;
    }
}

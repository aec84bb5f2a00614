package io.rapport.platform.idempotency;

import io.rapport.platform.problem.ProblemType;

/** What may be wrong with an idempotency key. */
enum IdempotencyProblem implements ProblemType {
    IDEMPOTENCY_KEY_INVALID(400, "Not an idempotency key"),
    IDEMPOTENCY_KEY_IN_USE(409, "The first request with this key is still running"),
    IDEMPOTENCY_ANSWER_FORGOTTEN(409, "The request was carried out, and its answer is not kept any more"),
    IDEMPOTENCY_KEY_REUSED(422, "The key belongs to another request");

    private final int status;
    private final String title;

    IdempotencyProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}

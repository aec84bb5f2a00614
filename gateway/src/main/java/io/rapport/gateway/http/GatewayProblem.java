package io.rapport.gateway.http;

import io.rapport.platform.problem.ProblemType;

/** The errors that only who speaks with the outside has. */
enum GatewayProblem implements ProblemType {
    REQUEST_TIMEOUT(408, "The request took too long"),
    URI_TOO_LONG(414, "The address is too long");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
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

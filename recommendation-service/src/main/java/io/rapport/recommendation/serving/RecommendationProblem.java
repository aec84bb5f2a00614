package io.rapport.recommendation.serving;

import io.rapport.platform.problem.ProblemType;

/** What may be wrong with a request for recommendations. */
enum RecommendationProblem implements ProblemType {
    UNKNOWN_PLACEMENT(422, "There is no such placement");

    private final int status;
    private final String title;

    RecommendationProblem(int status, String title) {
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

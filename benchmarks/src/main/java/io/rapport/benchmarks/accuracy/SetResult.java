package io.rapport.benchmarks.accuracy;

import java.util.List;
import java.util.Optional;

/**
 * What was measured on one set.
 *
 * @param ofOrders whether a question is a customer whose order has several targets
 */
record SetResult(String title, String about, boolean ofOrders, List<Row> rows, List<Published> published) {

    Optional<Figures> figures(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).map(Row::figures).findFirst();
    }

    /** How many times that model's HR@20 ours has. */
    double times(Kind kind) {
        return hitRate(Kind.OURS) / hitRate(kind);
    }

    /** How many times the HR@20 of the better popularity ours has. */
    double timesPopularity() {
        return Math.min(times(Kind.POPULARITY_EVER), times(Kind.POPULARITY_DECAYED));
    }

    private double hitRate(Kind kind) {
        return figures(kind).orElseThrow().hitRate();
    }
}

package io.rapport.recommendation.catalog;

import io.rapport.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of a bulk of products, noted by the threads that read and store. Of the rejected lines the first are listed. */
final class BulkReport {
    static final int MOST_LISTED = 1_000;

    private long accepted;
    private long created;
    private long changed;
    private long rejectedCount;
    private final List<Rejected> rejected = new ArrayList<>();

    /** A line that was not taken. */
    record Rejected(long line, String detail, List<FieldError> errors) {}

    /**
     * The answer.
     *
     * @param accepted lines taken: products created, changed, or the same as before
     * @param rejectedCount all lines not taken, also those beyond the listed
     */
    record BulkView(
            long accepted, long created, long changed, long unchanged, long rejectedCount, List<Rejected> rejected) {}

    synchronized void reject(long line, String detail, List<FieldError> errors) {
        rejectedCount++;
        if (rejected.size() < MOST_LISTED) {
            rejected.add(new Rejected(line, detail, errors));
        }
    }

    synchronized void take(long line, EditOutcome outcome) {
        if (outcome.refusal() != null) {
            reject(line, outcome.refusal().detail(), List.of(outcome.refusal()));
            return;
        }
        accepted++;
        created += outcome.kind() == EditOutcome.Kind.CREATED ? 1 : 0;
        changed += outcome.kind() == EditOutcome.Kind.CHANGED ? 1 : 0;
    }

    synchronized long accepted() {
        return accepted;
    }

    /** Lines are listed in their order, though some are found wrong before others that stand above them. */
    synchronized BulkView view() {
        List<Rejected> sorted = rejected.stream()
                .sorted(Comparator.comparingLong(Rejected::line))
                .toList();
        return new BulkView(accepted, created, changed, accepted - created - changed, rejectedCount, sorted);
    }
}

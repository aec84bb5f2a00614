package io.rapport.profile.consent;

import java.util.List;

/** What became of a batch of decisions. */
record ConsentBatchView(int accepted, List<Rejected> rejected) {
    /** One that was not taken, by its place in the batch. */
    record Rejected(int index, String detail) {}

    static ConsentBatchView of(List<Rejected> rejected, int all) {
        return new ConsentBatchView(all - rejected.size(), rejected);
    }
}

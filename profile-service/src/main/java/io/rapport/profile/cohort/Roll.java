package io.rapport.profile.cohort;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.reference.PersonReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whom a request names, in its order, and what of it names nobody because it cannot be read. */
final class Roll {
    /** Most people of a request. */
    static final int MOST = 100_000;

    private final List<Mention> mentions = new ArrayList<>();
    private final List<CohortView.Rejected> unreadable = new ArrayList<>();

    /** Takes somebody in; what cannot be read is set aside with its place. */
    void name(Place place, Supplier<PersonReference> who) {
        if (mentions.size() + unreadable.size() >= MOST) {
            throw Problem.of(CommonProblem.PAYLOAD_TOO_LARGE, "At most " + MOST + " people at a time.");
        }
        try {
            mentions.add(new Mention(place, who.get()));
        } catch (Problem e) {
            unreadable.add(CohortView.Rejected.of(place, e.getMessage()));
        }
    }

    List<Mention> mentions() {
        return mentions;
    }

    List<CohortView.Rejected> unreadable() {
        return unreadable;
    }
}

package io.rapport.profile.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** Where an event stands in time; the message id decides between two of the same moment. As fine as PostgreSQL keeps it. */
public record Moment(Instant at, String messageId) implements Comparable<Moment> {
    private static final Comparator<Moment> IN_ORDER =
            Comparator.comparing(Moment::at).thenComparing(Moment::messageId);

    public Moment {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    public boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Moment other) {
        return IN_ORDER.compare(this, other);
    }
}

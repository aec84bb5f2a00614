package io.rapport.profile.membership;

import io.rapport.profile.condition.Truth;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a segment answered for a profile.
 *
 * @param nextChange when to ask again at the latest, to the microsecond; null for never
 */
record Answer(boolean holds, @Nullable Instant nextChange) {
    static final Answer NO = new Answer(false, null);

    static Answer of(Truth truth) {
        Instant next = truth.nextChange();
        return new Answer(truth.holds(), next == null ? null : next.truncatedTo(ChronoUnit.MICROS));
    }

    Truth truth() {
        return Truth.until(holds, nextChange);
    }

    boolean isDue(Instant now) {
        return nextChange != null && !nextChange.isAfter(now);
    }

    Answer waitingForNothing() {
        return nextChange == null ? this : new Answer(holds, null);
    }
}

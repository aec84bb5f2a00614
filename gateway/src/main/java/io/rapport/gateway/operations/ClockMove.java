package io.rapport.gateway.operations;

import io.rapport.events.ClockMoved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A move of time that was begun. It may be told again, to processes that did not hear it, and is then the same move: nobody who
 * heard it before is moved anywhere.
 *
 * @param key the {@code Idempotency-Key} that it was asked with
 */
record ClockMove(Optional<String> key, ClockRequest request, ClockMoved moved) {
    /** Whether somebody who asks with this key means this move. */
    boolean isAskedAgain(Optional<String> again) {
        return again.isPresent() && again.equals(key);
    }

    /** Where time is by this move, which has gone on since. */
    Instant goneOn(Instant systemNow) {
        return moved.at().plus(Duration.between(moved.movedAt(), systemNow));
    }
}

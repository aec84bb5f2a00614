package io.rapport.events;

import java.time.Instant;

/**
 * Business time was moved, where {@code rapport.clock.control} lets anybody. It goes on from there as the system's does, so
 * that a process which reads this later knows what time it is.
 *
 * @param at the business time that it became
 * @param movedAt the system's time at that moment
 */
public record ClockMoved(Instant at, Instant movedAt) {}

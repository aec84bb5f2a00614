package io.rapport.platform.clock;

import io.rapport.events.ClockMoved;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Business time: the system's, moved by an offset that only {@code rapport.clock.control} lets anybody set. */
@ApplicationScoped
public class BusinessClock implements InstantSource {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

    private final PlatformConfig config;
    private volatile Duration offset = Duration.ZERO;

    public BusinessClock(PlatformConfig config) {
        this.config = config;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    /** Moves time to {@code at}, from where it goes on, and tells what others need in order to follow. */
    public ClockMoved set(Instant at) {
        if (!config.clock().control()) {
            throw Problem.of(CommonProblem.FORBIDDEN, "rapport.clock.control is off.");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw Problem.invalid("/at", "A time between " + EARLIEST + " and " + LATEST + " is needed.");
        }
        ClockMoved moved = new ClockMoved(at, Instant.now());
        follow(moved);
        return moved;
    }

    void follow(ClockMoved moved) {
        offset = Duration.between(moved.movedAt(), moved.at());
    }
}

package io.rapport.platform.clock;

import io.rapport.platform.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets the gateway move this process's clock with all the others'. */
@Path("/internal/clock")
class ClockResource {
    private final BusinessClock clock;

    ClockResource(BusinessClock clock) {
        this.clock = clock;
    }

    /** The time that it is, RFC 3339. */
    record ClockView(@Nullable Instant at) {}

    @GET
    public ClockView read() {
        return new ClockView(clock.instant());
    }

    @PUT
    public ClockView set(@Nullable ClockView to) {
        if (to == null || to.at() == null) {
            throw Problem.invalid("/at", "The time to move to is needed.");
        }
        clock.set(to.at());
        return read();
    }
}

package io.rapport.dev.supervise;

import java.time.Instant;
import java.util.Optional;

/**
 * A supervised process as others see it.
 *
 * @param pid 0 while there is none
 * @param since when it came into this state
 * @param restarts how often it was started again
 */
public record ProcessStatus(String name, long pid, int port, State state, Instant since, int restarts) {
    private static final int FIELDS = 5;

    String line() {
        return pid + " " + port + " " + state.name() + " " + since + " " + restarts;
    }

    static Optional<ProcessStatus> parse(String name, String line) {
        String[] parts = line.split(" ", FIELDS);
        if (parts.length != FIELDS) {
            return Optional.empty();
        }
        return Optional.of(new ProcessStatus(
                name,
                Long.parseLong(parts[0]),
                Integer.parseInt(parts[1]),
                State.valueOf(parts[2]),
                Instant.parse(parts[3]),
                Integer.parseInt(parts[4])));
    }
}

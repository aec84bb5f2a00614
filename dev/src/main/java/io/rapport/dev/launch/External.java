package io.rapport.dev.launch;

import io.rapport.dev.servers.PostgresAddress;
import java.util.Optional;

/** Servers of somebody else that are used instead of the embedded ones. */
record External(Optional<PostgresAddress> postgres, Optional<String> redis, Optional<String> kafka) {
    static final External NONE = new External(Optional.empty(), Optional.empty(), Optional.empty());

    boolean replaces(Part part) {
        return switch (part) {
            case POSTGRES -> postgres.isPresent();
            case REDIS -> redis.isPresent();
            case KAFKA -> kafka.isPresent();
            case PROFILE, RECOMMENDATION, CAMPAIGN, SURVEY, GATEWAY -> false;
        };
    }
}

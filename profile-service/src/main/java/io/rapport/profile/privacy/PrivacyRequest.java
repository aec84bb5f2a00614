package io.rapport.profile.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A request of a person; nothing in it says whose, for it outlives what it erased. */
record PrivacyRequest(UUID id, Type type, Instant requestedAt, String requestedBy, List<Part> parts) {
    /** What is asked for. */
    public enum Type {
        EXPORT,
        ERASE,
        SUPPRESS,
        UNSUPPRESS;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Type of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** How far a service is, or the whole. */
    public enum State {
        /** Told, and not yet confirmed. */
        RUNNING,
        DONE;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One service's share of it. */
    record Part(String service, State state) {}

    /** Done once every service is. */
    State state() {
        return parts.stream().allMatch(part -> part.state() == State.DONE) ? State.DONE : State.RUNNING;
    }
}

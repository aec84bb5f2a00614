package io.rapport.profile.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an identifier is of, strongest first: where two contradict each other the stronger one wins. */
public enum IdentifierType {
    /** The shop's own key of a customer. */
    USER_ID("userId", 1, null),
    /** An e-mail address. */
    EMAIL("email", 5, null),
    /** A phone number. */
    PHONE("phone", 5, null),
    /** A device, as its operating system names it to the app. */
    DEVICE_ID("deviceId", 5, Duration.ofDays(7)),
    /** A browser or an installed app, as the SDK names it. */
    ANONYMOUS_ID("anonymousId", 5, Duration.ofDays(7));

    private final String wire;
    private final int limit;
    private final @Nullable Duration window;

    IdentifierType(String wire, int limit, @Nullable Duration window) {
        this.wire = wire;
        this.limit = limit;
        this.window = window;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** The type of that name; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static IdentifierType of(String wire) {
        return find(wire).orElseThrow(() -> new IllegalArgumentException("There is no identifier type " + wire));
    }

    public static Optional<IdentifierType> find(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }

    /** How many of them a profile may have, within {@link #window()}. */
    int limit() {
        return limit;
    }

    /** The span of event time over which the limit counts; null: ever. */
    @Nullable
    Duration window() {
        return window;
    }

    /** Whether messages are sent there, so that taking it over would matter. */
    public boolean isContact() {
        return this == EMAIL || this == PHONE;
    }
}

package io.rapport.profile.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What an identifier is of; the strongest first unless a shop sets other priorities ({@link IdentityRules}). */
public enum IdentifierType {
    /** The shop's own key of a customer. */
    USER_ID("userId"),
    /** An e-mail address. */
    EMAIL("email"),
    /** A phone number. */
    PHONE("phone"),
    /** A device, as its operating system names it to the app. */
    DEVICE_ID("deviceId"),
    /** A browser or an installed app, as the SDK names it. */
    ANONYMOUS_ID("anonymousId");

    private final String wire;

    IdentifierType(String wire) {
        this.wire = wire;
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

    /** Whether messages are sent there, so that taking it over would matter. */
    public boolean isContact() {
        return this == EMAIL || this == PHONE;
    }
}

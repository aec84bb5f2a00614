package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** The forms of devices; states hold their places, so new ones go to the end. */
public enum DeviceType {
    DESKTOP,
    MOBILE,
    TABLET,
    TV,
    OTHER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that name; {@link #OTHER} for what is not known here. */
    @JsonCreator
    public static DeviceType of(String wire) {
        return Stream.of(values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .orElse(OTHER);
    }
}

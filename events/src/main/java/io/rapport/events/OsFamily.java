package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** Families of operating systems; states hold their places, so new ones go to the end. */
public enum OsFamily {
    WINDOWS("Windows"),
    MACOS("macOS"),
    LINUX("Linux"),
    CHROME_OS("ChromeOS"),
    ANDROID("Android"),
    IOS("iOS"),
    OTHER("other");

    private final String wire;

    OsFamily(String wire) {
        this.wire = wire;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    /** The value of that name; {@link #OTHER} for what is not known here. */
    @JsonCreator
    public static OsFamily of(String wire) {
        return Stream.of(values())
                .filter(family -> family.wire.equals(wire))
                .findFirst()
                .orElse(OTHER);
    }
}

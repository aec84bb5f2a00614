package io.rapport.profile.computed.device;

import java.util.Locale;

/** The forms of devices; states hold their places, so new ones go to the end. */
public enum DeviceType {
    DESKTOP,
    MOBILE,
    TABLET,
    TV,
    OTHER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.rapport.dev.supervise;

import java.util.Locale;

/** Where a supervised process stands. */
public enum State {
    STARTING,
    READY,
    /** It ended by itself and will be started again in a moment. */
    RESTARTING,
    STOPPING,
    STOPPED,
    /** It ended by itself too often before it was ready once. */
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.rapport.events.rules;

/** How much of everything there may be; sizes are of the unpacked JSON. */
public final class EventLimits {
    public static final int EVENT_BYTES = 32 * 1024;
    public static final int BATCH_BYTES = 500 * 1024;
    public static final int BATCH_EVENTS = 2_500;

    /** Levels of objects and arrays in an event; one more than anybody was seen to send by far. */
    public static final int DEPTH = 64;

    /** Digits of a number, and the magnitude of its exponent: about what a double holds. */
    public static final int NUMBER_CHARS = 308;

    public static final int MESSAGE_ID_CHARS = 255;

    /** Of a user's or group's id: it must fit into an index of PostgreSQL in any script. */
    public static final int ID_CHARS = 512;

    /** Of a track event's name. */
    public static final int NAME_CHARS = 512;

    private EventLimits() {}
}

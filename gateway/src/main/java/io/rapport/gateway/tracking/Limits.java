package io.rapport.gateway.tracking;

/** How much of everything there may be; sizes are of the unpacked JSON. */
final class Limits {
    static final int EVENT_BYTES = 32 * 1024;
    static final int BATCH_BYTES = 500 * 1024;
    static final int BATCH_EVENTS = 2_500;

    /** Levels of objects and arrays in an event; one more than anybody was seen to send by far. */
    static final int DEPTH = 64;

    /** Digits of a number, and the magnitude of its exponent: about what a double holds. */
    static final int NUMBER_CHARS = 308;

    static final int MESSAGE_ID_CHARS = 255;

    /** Of a user's or group's id: it must fit into an index of PostgreSQL in any script. */
    static final int ID_CHARS = 512;

    /** Of a track event's name. */
    static final int NAME_CHARS = 512;

    private Limits() {}
}

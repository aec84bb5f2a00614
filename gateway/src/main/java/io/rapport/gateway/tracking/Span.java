package io.rapport.gateway.tracking;

/**
 * Where an object stands in the body's bytes.
 *
 * @param kind what stands there
 */
record Span(int start, int end, Kind kind) {
    /** What may stand where an object belongs. */
    enum Kind {
        NULL,
        EMPTY,
        OBJECT,
        /** What makes the event invalid. */
        OTHER
    }

    int length() {
        return end - start;
    }
}

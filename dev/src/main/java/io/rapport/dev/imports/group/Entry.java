package io.rapport.dev.imports.group;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Something to be sorted.
 *
 * @param key compared byte by byte, unsigned
 * @param number breaks ties: what came first stays first
 */
@SuppressWarnings("ArrayRecordComponent") // entries are never compared as a whole
record Entry(byte[] key, long number, byte[] payload) {
    static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::key, Arrays::compareUnsigned).thenComparingLong(Entry::number);
    private static final int OVERHEAD = 80;

    /** About how many bytes of memory it takes. */
    int weight() {
        return key.length + payload.length + OVERHEAD;
    }
}

package io.rapport.dev.imports.group;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Predicate;

/** Puts records into the order of their time; those of one time stay in the order in which they came. */
public final class TimeOrder {
    private final SpillingSort sort;

    public TimeOrder(SpillingSort sort) {
        this.sort = sort;
    }

    public void add(Instant time, byte[] record) {
        sort.add(key(time), record);
    }

    /** So that bytes compare as times do. */
    private static byte[] key(Instant time) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(time.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(time.getNano())
                .array();
    }

    public long size() {
        return sort.size();
    }

    /** Hands the records on until no more are wanted. */
    public void read(Predicate<byte[]> taker) {
        Iterator<Entry> entries = sort.sorted();
        boolean more = true;
        while (more && entries.hasNext()) {
            more = taker.test(entries.next().payload());
        }
    }
}

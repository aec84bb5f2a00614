package io.rapport.dev.imports.delivery;

import java.util.ArrayList;
import java.util.List;

/** Records of one lane that are sent together. */
final class Batch {
    private final List<Outgoing> records = new ArrayList<>();
    private final long begunAt = System.nanoTime();
    private long bytes;

    boolean hasRoomFor(Outgoing record, Receiver receiver) {
        return records.size() < receiver.mostRecords() && bytes + record.bytes() + 1 <= receiver.mostBytes();
    }

    void add(Outgoing record) {
        records.add(record);
        bytes += record.bytes() + 1;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    boolean olderThan(long nanos) {
        return System.nanoTime() - begunAt > nanos;
    }

    List<Outgoing> records() {
        return records;
    }

    long last() {
        return records.get(records.size() - 1).number();
    }
}

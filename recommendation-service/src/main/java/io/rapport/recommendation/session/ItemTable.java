package io.rapport.recommendation.session;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of items as small numbers, given out in the order of their first mention and never taken back. Every snapshot has
 * its own: a number means nothing to another. Safe for any number of threads; looking up never waits.
 */
public final class ItemTable {
    /** What {@link #find} answers for a name without a number. */
    public static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final GrowingArray<String> names = new GrowingArray<>();
    private volatile int size;

    /** The item's number, a new one when it has none yet. */
    public int intern(String name) {
        Integer number = numbers.get(name);
        return number == null ? add(name) : number;
    }

    /** The item's number, {@link #UNKNOWN} when it has none. */
    public int find(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    /** The item's name. */
    public String name(int number) {
        String name = number < 0 ? null : names.get(number);
        if (name == null) {
            throw new IllegalArgumentException("no item has the number " + number);
        }
        return name;
    }

    public int size() {
        return size;
    }

    void write(SnapshotWriter out) throws IOException {
        int written = size;
        out.writeCount(written);
        for (int number = 0; number < written; number++) {
            out.writeString(name(number));
        }
    }

    static ItemTable read(SnapshotReader in) throws IOException {
        ItemTable table = new ItemTable();
        int count = in.readCount();
        for (int number = 0; number < count; number++) {
            table.intern(in.readString());
        }
        return table;
    }

    private synchronized int add(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = size;
        names.set(number, name);
        size = number + 1;
        numbers.put(name, number);
        return number;
    }
}

package io.rapport.recommendation.session;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** An array of immutable values that one writer at a time grows while any number of readers read, without locks. */
final class GrowingArray<T> {
    private volatile AtomicReferenceArray<T> values = new AtomicReferenceArray<>(64);

    /** The value there; null where none was set. */
    T get(int index) {
        AtomicReferenceArray<T> current = values;
        return index < current.length() ? current.get(index) : null;
    }

    /** For the one writer. */
    void set(int index, T value) {
        if (index >= values.length()) {
            grow(index + 1);
        }
        values.set(index, value);
    }

    private void grow(int least) {
        AtomicReferenceArray<T> old = values;
        AtomicReferenceArray<T> more = new AtomicReferenceArray<>(Math.max(least, 2 * old.length()));
        for (int i = 0; i < old.length(); i++) {
            more.setPlain(i, old.getPlain(i));
        }
        values = more;
    }
}

package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.RowCodec;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Groups out of rows that are sorted by their key. */
final class KeyedGroups implements Iterator<Group> {
    private final Iterator<Entry> entries;
    private final RowCodec codec;
    private @Nullable Entry next;

    KeyedGroups(Iterator<Entry> entries, RowCodec codec) {
        this.entries = entries;
        this.codec = codec;
        advance();
    }

    private void advance() {
        next = entries.hasNext() ? entries.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Group next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        byte[] key = next.key();
        Gathering gathering = new Gathering();
        while (next != null && Arrays.equals(key, next.key())) {
            gathering.add(codec.read(next.payload()));
            advance();
        }
        return gathering.group();
    }
}

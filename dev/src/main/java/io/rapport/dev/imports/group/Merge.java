package io.rapport.dev.imports.group;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several sorted runs as one. */
final class Merge implements Iterator<Entry>, AutoCloseable {
    private record Head(Entry entry, Run run) {}

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::entry, Entry.ORDER));

    Merge(List<Run.Stored> runs) {
        runs.forEach(run -> advance(run.open()));
    }

    private void advance(Run run) {
        Entry next = run.next();
        if (next == null) {
            run.close();
        } else {
            heads.add(new Head(next, run));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Entry next() {
        if (heads.isEmpty()) {
            throw new NoSuchElementException();
        }
        Head first = heads.remove();
        advance(first.run());
        return first.entry();
    }

    @Override
    public void close() {
        heads.forEach(head -> head.run().close());
        heads.clear();
    }
}

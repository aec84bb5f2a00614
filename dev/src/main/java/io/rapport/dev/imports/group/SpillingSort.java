package io.rapport.dev.imports.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Sorts more than memory holds: what exceeds the memory given is written to disk as sorted runs, which are merged in the end
 * (external merge sort; Knuth, The Art of Computer Programming, volume 3, 5.4). What fits never touches the disk.
 */
public final class SpillingSort implements AutoCloseable {
    private static final int MOST_RUNS = 32;

    private final Path folder;
    private final String name;
    private final long memory;
    private final List<Run.Stored> runs = new ArrayList<>();
    private List<Entry> entries = new ArrayList<>();
    private long weight;
    private long size;
    private int files;

    /** @param memory how many bytes of entries may wait in memory */
    public SpillingSort(Path folder, String name, long memory) {
        this.folder = folder;
        this.name = name;
        this.memory = memory;
    }

    public long size() {
        return size;
    }

    public void add(byte[] key, byte[] payload) {
        Entry entry = new Entry(key, size, payload);
        size++;
        entries.add(entry);
        weight += entry.weight();
        if (weight > memory) {
            spill();
        }
    }

    private void spill() {
        entries.sort(Entry.ORDER);
        runs.add(Run.write(file(), entries.iterator()));
        entries = new ArrayList<>();
        weight = 0;
        if (runs.size() == MOST_RUNS) {
            mergeRuns();
        }
    }

    private void mergeRuns() {
        try (Merge merge = new Merge(runs)) {
            Run.Stored merged = Run.write(file(), merge);
            runs.clear();
            runs.add(merged);
        }
    }

    private Path file() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files++;
        return folder.resolve(name + "-" + files);
    }

    /** The entries in order, to be read once. */
    Iterator<Entry> sorted() {
        if (runs.isEmpty()) {
            entries.sort(Entry.ORDER);
            return entries.iterator();
        }
        if (!entries.isEmpty()) {
            spill();
        }
        return new Merge(runs);
    }

    @Override
    public void close() {
        entries = new ArrayList<>();
    }
}

package io.rapport.dev.imports.group;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Sorted entries in a file, which is gone once it was read to its end or closed. */
final class Run implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataInputStream in;
    private long left;

    private Run(Path file, long left) throws IOException {
        this.file = file;
        this.left = left;
        this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** Where sorted entries wait until they are merged. */
    record Stored(Path file, long size) {
        Run open() {
            try {
                return new Run(file, size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Stored write(Path file, Iterator<Entry> sorted) {
        long size = 0;
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            while (sorted.hasNext()) {
                write(out, sorted.next());
                size++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return new Stored(file, size);
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        out.writeInt(entry.key().length);
        out.write(entry.key());
        out.writeLong(entry.number());
        out.writeInt(entry.payload().length);
        out.write(entry.payload());
    }

    /** The next entry, or null after the last. */
    @Nullable
    Entry next() {
        if (left == 0) {
            return null;
        }
        left--;
        try {
            byte[] key = in.readNBytes(in.readInt());
            long number = in.readLong();
            return new Entry(key, number, in.readNBytes(in.readInt()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

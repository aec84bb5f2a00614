package io.rapport.dev.imports.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of an import, read one after the other as if they were one. */
public final class InputFiles {
    private final List<Path> files;
    private final Input input;
    private final AtomicLong bytesRead = new AtomicLong();

    public InputFiles(List<Path> files, Input input) {
        this.files = List.copyOf(files);
        this.input = input;
        files.forEach(InputFiles::check);
    }

    private static void check(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal("Cannot read the file " + file);
        }
    }

    public long bytes() {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** How much of {@link #bytes()} came off the disk so far. */
    public long bytesRead() {
        return bytesRead.get();
    }

    public void addFingerprint(MessageDigest digest) {
        for (Path file : files) {
            try {
                Fingerprint.add(file, digest);
            } catch (IOException e) {
                throw new Refusal("Cannot read the file " + file + ": " + e.getMessage(), e);
            }
        }
    }

    /**
     * Hands each row on until {@code taker} wants no more.
     *
     * @param columns is given each file's column names before its rows, none for JSON
     */
    public void read(Consumer<List<String>> columns, Predicate<Reading> taker) {
        boolean more = true;
        for (int i = 0; more && i < files.size(); i++) {
            more = read(files.get(i), columns, taker);
        }
    }

    private boolean read(Path file, Consumer<List<String>> columns, Predicate<Reading> taker) {
        String name = file.getFileName().toString();
        try (Reader reader = TextFile.open(file, input.charset(), bytesRead)) {
            Rows rows = input.format().open(name, reader, input.cleaning());
            columns.accept(rows.columns());
            return read(rows, taker);
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new Unreadable(name, "cannot be read on: " + e.getMessage() + because(e), e);
        }
    }

    private static String because(Exception e) {
        return Optional.ofNullable(e.getCause())
                .map(cause -> ": " + cause.getMessage())
                .orElse("");
    }

    private static boolean read(Rows rows, Predicate<Reading> taker) throws IOException {
        boolean more = true;
        @Nullable Reading next = rows.next();
        while (more && next != null) {
            more = taker.test(next);
            next = more ? rows.next() : null;
        }
        return more;
    }
}

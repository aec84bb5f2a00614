package io.rapport.dev.imports.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The side file with rejected rows, one JSON object a line. It comes into being with the first, readable by its owner only. */
public final class RejectsFile implements AutoCloseable {
    private static final ObjectWriter JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writer();

    private final Path path;
    private @Nullable OutputStream out;
    private long length;

    private RejectsFile(Path path, long length) {
        this.path = path;
        this.length = length;
    }

    /** Goes on after so many bytes; what stands behind them was never told of, and is written again. */
    public static RejectsFile open(Path path, long length) {
        try {
            if (length == 0 || Files.notExists(path)) {
                Files.deleteIfExists(path);
                return new RejectsFile(path, 0);
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(length);
                return new RejectsFile(path, channel.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot go on in " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    void add(Reject reject) {
        try {
            byte[] line = JSON.writeValueAsBytes(reject);
            OutputStream to = out();
            to.write(line);
            to.write('\n');
            length += line.length + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private OutputStream out() throws IOException {
        if (out == null) {
            if (Files.notExists(path)) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            out = new BufferedOutputStream(Channels.newOutputStream(FileChannel.open(path, StandardOpenOption.APPEND)));
        }
        return out;
    }

    /** How many bytes are in the file for good. */
    long flushed() {
        try {
            if (out != null) {
                out.flush();
            }
            return length;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }
}

package io.rapport.dev.imports.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A checkpoint on disk, replaced as a whole: whenever the process or the machine ends, one of the two is there. */
public final class CheckpointFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path path;

    public CheckpointFile(Path path) {
        this.path = path;
    }

    public Optional<Checkpoint> read() {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            Checkpoint checkpoint = JSON.readValue(path.toFile(), Checkpoint.class);
            if (checkpoint.version() == Checkpoint.VERSION) {
                return Optional.of(checkpoint);
            }
        } catch (IOException e) {
            throw new Refusal("Cannot read " + path + "; --restart does without it: " + e.getMessage(), e);
        }
        throw new Refusal(path + " was written by another version; --restart does without it");
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Checkpoint checkpoint) {
        Path aside = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(checkpoint)));
            channel.force(true);
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }
}

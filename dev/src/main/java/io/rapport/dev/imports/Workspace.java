package io.rapport.dev.imports;

import io.rapport.dev.imports.progress.CheckpointFile;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where an import keeps what it must remember; the same import never runs twice at a time. */
final class Workspace implements AutoCloseable {
    private final Path folder;
    private final String name;
    private final FileChannel lock;

    private Workspace(Path folder, String name, FileChannel lock) {
        this.folder = folder;
        this.name = name;
        this.lock = lock;
    }

    /** @param name tells this import from every other */
    static Workspace open(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new Refusal("This import is running already");
            }
            return new Workspace(folder, name, channel);
        } catch (IOException e) {
            throw new Refusal("Cannot keep progress in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Whether it is ours now; another's lock shows as null, one of this very process as an exception. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    CheckpointFile checkpoint() {
        return new CheckpointFile(folder.resolve(name + ".json"));
    }

    Path spillFolder() {
        return folder.resolve(name + ".spill");
    }

    /** The lock's file stays: another import may have locked it by now, and a third must find the same file. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

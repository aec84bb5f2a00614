package io.rapport.dev.launch;

import io.rapport.dev.process.PropertiesFile;
import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * That one launcher at a time works in a home. The lock is the system's, so it is gone with its process however that
 * ended; beside it stands the launcher's pid, which others signal.
 */
final class LauncherLock {
    private static final String PID = "pid";
    private static final String READY = "ready";

    /**
     * Kept for the life of this process: an unreachable channel would be closed, and closing any channel on the file
     * releases the process's locks on it.
     */
    private static @Nullable FileLock held;

    private final Home home;

    LauncherLock(Home home) {
        this.home = home;
    }

    /** Takes the lock for as long as this process lives. */
    void take() {
        held = tryTake();
        if (held == null) {
            throw new Refusal("Rapport is running already"
                    + pid().map(pid -> " (pid " + pid + ")").orElse("")
                    + ": ./rapport status shows it, ./rapport down stops it");
        }
        publish(false);
    }

    void publish(boolean ready) {
        Properties launcher = new Properties();
        launcher.setProperty(PID, String.valueOf(ProcessHandle.current().pid()));
        launcher.setProperty(READY, String.valueOf(ready));
        PropertiesFile.write(home.launcher(), launcher, "the launcher that runs, or ran last");
    }

    /** Whether a launcher holds it now. */
    boolean isHeld() {
        if (held != null || !Files.exists(home.lock())) {
            return held != null;
        }
        FileLock taken = tryTake();
        if (taken == null) {
            return true;
        }
        release(taken);
        return false;
    }

    /** The launcher that holds the lock; empty when none does. */
    Optional<ProcessHandle> holder() {
        return isHeld() ? pid().flatMap(ProcessHandle::of) : Optional.empty();
    }

    boolean isReady() {
        return PropertiesFile.read(home.launcher())
                .map(launcher -> Boolean.parseBoolean(launcher.getProperty(READY)))
                .orElse(false);
    }

    Optional<Long> pid() {
        return PropertiesFile.read(home.launcher())
                .map(launcher -> launcher.getProperty(PID))
                .map(Long::valueOf);
    }

    private @Nullable FileLock tryTake() {
        try {
            return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + home.lock(), e);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

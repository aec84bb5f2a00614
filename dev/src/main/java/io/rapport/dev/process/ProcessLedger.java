package io.rapport.dev.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The processes that were started, kept in a file, so that those which outlived a killed launcher are found and ended by
 * the next one. A pid alone would not do, since the system gives it to others: an entry holds the start time too, and a
 * process that differs in it is foreign and left alone.
 */
public final class ProcessLedger {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path file;
    private final Properties entries;

    private ProcessLedger(Path file, Properties entries) {
        this.file = file;
        this.entries = entries;
    }

    public static ProcessLedger at(Path file) {
        return new ProcessLedger(file, PropertiesFile.read(file).orElseGet(Properties::new));
    }

    public synchronized void add(String name, RunningProcess process) {
        add(name, process.handle(), process.spec().stopSignal());
    }

    public synchronized void add(String name, ProcessHandle process, Signal stopSignal) {
        entries.setProperty(name, LedgerEntry.of(process, stopSignal).toString());
        PropertiesFile.write(file, entries, "name = pid start signal");
    }

    public synchronized void remove(String name) {
        if (entries.remove(name) != null) {
            PropertiesFile.write(file, entries, "name = pid start signal");
        }
    }

    /** The recorded process of that name, if it still runs. */
    public synchronized Optional<ProcessHandle> find(String name) {
        return LedgerEntry.parse(entries.getProperty(name, "")).flatMap(LedgerEntry::process);
    }

    /** Ends whatever is still running of it and forgets it; returns how many processes that were. */
    public synchronized int endAll() {
        List<LedgerEntry> leftovers = alive();
        signal(leftovers, Signal.CONT);
        leftovers.forEach(entry -> entry.stopSignal().send(entry.pid()));
        if (!gone(leftovers)) {
            signal(alive(), Signal.KILL);
            gone(leftovers);
        }
        forget();
        return leftovers.size();
    }

    private List<LedgerEntry> alive() {
        return entries.values().stream()
                .flatMap(entry -> LedgerEntry.parse(entry.toString()).stream())
                .filter(LedgerEntry::isAlive)
                .toList();
    }

    private static void signal(List<LedgerEntry> processes, Signal signal) {
        processes.forEach(entry -> signal.send(entry.pid()));
    }

    private static boolean gone(List<LedgerEntry> processes) {
        return Deadline.after(PATIENCE).await(() -> processes.stream().noneMatch(LedgerEntry::isAlive));
    }

    private void forget() {
        entries.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }
}

package io.rapport.dev.process;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a process: enough to know it again, and how to end it.
 *
 * @param startMillis when it started, by the system's account; 0 where the system does not tell
 */
record LedgerEntry(long pid, long startMillis, Signal stopSignal) {
    /** The system derives start times from its boot time, which clock adjustments move a little. */
    private static final long START_TOLERANCE_MILLIS = 2_000;

    static LedgerEntry of(ProcessHandle process, Signal stopSignal) {
        return new LedgerEntry(process.pid(), startOf(process), stopSignal);
    }

    static Optional<LedgerEntry> parse(String text) {
        String[] parts = text.split(" ", 3);
        try {
            return Optional.of(
                    new LedgerEntry(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Signal.valueOf(parts[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The process itself, if it still runs; never another that was given the same pid. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    boolean isAlive() {
        return process().isPresent();
    }

    private boolean isSame(ProcessHandle other) {
        return startMillis > 0 && Math.abs(startOf(other) - startMillis) <= START_TOLERANCE_MILLIS;
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    @Override
    public String toString() {
        return pid + " " + startMillis + " " + stopSignal;
    }
}

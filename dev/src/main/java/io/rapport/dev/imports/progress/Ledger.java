package io.rapport.dev.imports.progress;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what was read, rejected and taken in step with the checkpoint: all of it changes under one lock, so that the
 * checkpoint never says more or less than the side file and the gateway hold. Only a record that was on its way when an import
 * was killed is sent twice, under the id that it had.
 */
public final class Ledger {
    private static final long SAVE_EVERY = Duration.ofSeconds(1).toNanos();

    private final Checkpoint before;
    private final Optional<CheckpointFile> file;
    private final RejectsFile rejects;
    private final Counts counts;
    private final InstantSource clock;
    private final long[] taken;
    private final long[] queued;
    private long made;
    private long rowsRejected;
    private long savedAt = System.nanoTime() - SAVE_EVERY;

    /** @param file none for an import that leaves no trace */
    public Ledger(
            Checkpoint before, Optional<CheckpointFile> file, RejectsFile rejects, Counts counts, InstantSource clock) {
        this.before = before;
        this.file = file;
        this.rejects = rejects;
        this.counts = counts;
        this.clock = clock;
        this.taken = before.positions().stream().mapToLong(Long::longValue).toArray();
        this.queued = taken.clone();
    }

    /** The lane of records that must stay in order: the same in every run. */
    public int lane(String key) {
        return Math.floorMod(key.hashCode() * 0x9E3779B1, taken.length);
    }

    public int lanes() {
        return taken.length;
    }

    public Counts counts() {
        return counts;
    }

    /** Rows that cannot be imported; what an earlier run wrote down already is not written again. */
    public synchronized void reject(List<Reject> rows) {
        for (Reject row : rows) {
            counts.rejected.increment();
            rowsRejected++;
            if (rowsRejected > before.rejects()) {
                rejects.add(row);
            }
        }
    }

    /** Whether the record is to be sent; it is not if an earlier run did. */
    public synchronized boolean queue(int lane, long number) {
        made = number;
        if (number <= before.positions().get(lane)) {
            counts.before.increment();
            return false;
        }
        queued[lane] = number;
        return true;
    }

    /** The gateway has all of that lane up to this record, save those it refused. */
    public synchronized void taken(int lane, long number, int count, List<Reject> refused) {
        refused.forEach(rejects::add);
        counts.refused.add(refused.size());
        counts.taken.add(count - refused.size());
        taken[lane] = number;
        if (System.nanoTime() - savedAt > SAVE_EVERY) {
            save(false);
        }
    }

    /** Writes the checkpoint, where there is one. */
    public synchronized void save(boolean done) {
        savedAt = System.nanoTime();
        long rejectsBytes = rejects.flushed();
        file.ifPresent(to -> to.write(new Checkpoint(
                Checkpoint.VERSION,
                positions(),
                Math.max(rowsRejected, before.rejects()),
                rejectsBytes,
                before.taken() + counts.taken.sum(),
                before.refused() + counts.refused.sum(),
                done,
                clock.instant())));
    }

    /** A lane that waits for nothing has all of its records up to the last that was made, whichever lane that went to. */
    private List<Long> positions() {
        List<Long> positions = new ArrayList<>();
        for (int lane = 0; lane < taken.length; lane++) {
            positions.add(taken[lane] == queued[lane] ? Math.max(taken[lane], made) : taken[lane]);
        }
        return positions;
    }
}

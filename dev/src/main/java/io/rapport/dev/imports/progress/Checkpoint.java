package io.rapport.dev.imports.progress;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * How far an import is. Its mapping and its files are told by the name of the file that holds it.
 *
 * @param positions for each lane the number of the last record up to which all of that lane are taken
 * @param rejects how many rejections of rows are in the side file; on going on the same come again, and are passed over
 * @param rejectsBytes how long the side file is
 * @param taken records taken by the gateway
 * @param refused records refused by it
 */
public record Checkpoint(
        int version,
        List<Long> positions,
        long rejects,
        long rejectsBytes,
        long taken,
        long refused,
        boolean done,
        Instant savedAt) {
    static final int VERSION = 1;

    public static Checkpoint start(int lanes) {
        return new Checkpoint(VERSION, Collections.nCopies(lanes, 0L), 0, 0, 0, 0, false, Instant.EPOCH);
    }

    public boolean started() {
        return taken > 0 || refused > 0 || done;
    }
}

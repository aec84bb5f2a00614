package io.rapport.recommendation.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A built model, whole: the items' numbers and everything that uses them. It names no persons. It is stored as a stream
 * of bytes (in chunks, if the store likes) and read by every pod.
 *
 * @param items the numbers that the others speak of
 * @param sessions what comes next in a session
 * @param seenTogether what is looked at together, from sessions
 * @param boughtTogether what is bought together, from orders
 * @param popularity what many choose, with decay
 * @param ranker a second look at what comes next in a session, where there was enough to learn it from
 */
public record Snapshot(
        ItemTable items,
        SessionIndex sessions,
        ItemCosine seenTogether,
        ItemCosine boughtTogether,
        Popularity popularity,
        Optional<SessionRanker> ranker) {

    /** A model without a re-ranker. */
    public Snapshot(
            ItemTable items,
            SessionIndex sessions,
            ItemCosine seenTogether,
            ItemCosine boughtTogether,
            Popularity popularity) {
        this(items, sessions, seenTogether, boughtTogether, popularity, Optional.empty());
    }

    /** A model of nothing, to answer from until one is built. */
    public static Snapshot empty(SessionParameters parameters) {
        Sessions none = Sessions.builder(1).build();
        ItemCosine unrelated = ItemCosine.build(none, CosineParameters.plain());
        Popularity unknown = Popularity.builder(Duration.ZERO).build();
        return new Snapshot(new ItemTable(), SessionIndex.build(none, parameters), unrelated, unrelated, unknown);
    }

    /** The same model with a re-ranker of those weights, over what this model's sessions tell. */
    public Snapshot rankedBy(SessionRanker weights) {
        Optional<SessionRanker> over = Optional.of(weights.over(sessions.log()));
        return new Snapshot(items, sessions, seenTogether, boughtTogether, popularity, over);
    }

    /** Writes all of it, with check sums. The stream stays open. */
    public void write(OutputStream out) throws IOException {
        try (SnapshotWriter writer = new SnapshotWriter(out)) {
            items.write(writer);
            sessions.write(writer);
            seenTogether.write(writer);
            boughtTogether.write(writer);
            popularity.write(writer);
            writer.writeCount(ranker.isPresent() ? 1 : 0);
            if (ranker.isPresent()) {
                ranker.get().write(writer);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws CorruptSnapshotException when a byte is wrong or missing, or a later version wrote it
     */
    public static Snapshot read(InputStream in) throws IOException {
        try {
            return readAll(new SnapshotReader(in));
        } catch (EOFException early) {
            throw new CorruptSnapshotException("the snapshot ends before its last part");
        }
    }

    private static Snapshot readAll(SnapshotReader reader) throws IOException {
        Snapshot snapshot = new Snapshot(
                ItemTable.read(reader),
                SessionIndex.read(reader),
                ItemCosine.read(reader),
                ItemCosine.read(reader),
                Popularity.read(reader),
                reader.readCount() == 0 ? Optional.empty() : Optional.of(SessionRanker.read(reader)));
        reader.expectEnd();
        return snapshot;
    }
}

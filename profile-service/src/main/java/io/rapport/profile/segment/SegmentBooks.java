package io.rapport.profile.segment;

import io.rapport.profile.segment.SegmentBook.Numbered;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each transaction the segments by which it must judge. Whoever writes memberships calls {@link #hold} once the
 * profiles' rows are locked, and whoever changes segments {@link #change}s them first thing and locks no profile: the order
 * keeps the two from waiting for each other in a circle.
 */
@ApplicationScoped
public class SegmentBooks {
    private static final String LOCK = "hashtext('rapport-segments')";
    private static final String HOLD = "select pg_advisory_xact_lock_shared(" + LOCK + ")";
    private static final String ALONE = "select pg_advisory_xact_lock(" + LOCK + ")";
    private static final String GENERATION = "select generation from segment_generation";
    private static final String NEXT = "update segment_generation set generation = generation + 1 returning generation";
    private static final String LEAVES = "select no, id, generation from segment_leaf";

    private final SegmentStore store;
    private volatile SegmentBook latest = new SegmentBook(-1, List.of(), Map.of(), Map.of());

    SegmentBooks(SegmentStore store) {
        this.store = store;
    }

    /** The segments, which stay as they are until the transaction ends. */
    public Uni<SegmentBook> hold(SqlConnection transaction) {
        // Two statements: one that waits for the lock would not see what the lock's holder has committed.
        return transaction.query(HOLD).execute().chain(() -> read(transaction));
    }

    private Uni<SegmentBook> read(SqlConnection transaction) {
        return transaction.query(GENERATION).execute().chain(rows -> {
            long generation = rows.iterator().next().getLong(0);
            SegmentBook known = latest;
            return known.generation() == generation
                    ? Uni.createFrom().item(known)
                    : load(transaction, generation).invoke(book -> latest = book);
        });
    }

    /** Waits until nobody judges by the segments, and keeps everybody from it until the transaction ends. */
    public Uni<Void> change(SqlConnection transaction) {
        return transaction.query(ALONE).execute().replaceWithVoid();
    }

    /** The generation of what the transaction, which has the lock of {@link #change}, changes. */
    public Uni<Long> next(SqlConnection transaction) {
        return transaction
                .query(NEXT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<SegmentBook> load(SqlClient client, long generation) {
        return Uni.combine()
                .all()
                .unis(store.live(client), store.deleted(client), leaves(client))
                .with((segments, deleted, leaves) -> new SegmentBook(generation, segments, deleted, leaves));
    }

    private static Uni<Map<String, Numbered>> leaves(SqlClient client) {
        return client.query(LEAVES).execute().map(rows -> {
            Map<String, Numbered> leaves = new HashMap<>();
            for (Row row : rows) {
                leaves.put(row.getString("id"), new Numbered(row.getInteger("no"), row.getLong("generation")));
            }
            return leaves;
        });
    }
}

package io.rapport.profile.segmentation;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.rapport.profile.condition.builtin.BuiltInSegment;
import io.rapport.profile.condition.builtin.BuiltInSegments;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segment.SegmentBooks;
import io.rapport.profile.segment.SegmentKind;
import io.rapport.profile.segment.SegmentStore;
import io.rapport.profile.segment.SegmentText;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Creates the segments that come with Rapport, each once in a deployment's life: what operators change or delete stays as
 * they left it, and a later version brings only what is new in it.
 */
@ApplicationScoped
class BuiltIns {
    private static final Logger LOG = Logger.getLogger(BuiltIns.class);
    private static final String OFFERED = "select id from segment_built_in";
    private static final String OFFER = "insert into segment_built_in (id) select unnest($1::text[])";
    /** Whoever is being taken in at this moment is judged by these segments, for they wait for the lock that is held. */
    private static final String NOBODY =
            "select not exists (select from profile where merged_into is null and erased_at is null)";

    private final Pool pool;
    private final SegmentBooks books;
    private final SegmentStore store;
    private final SegmentsConfig config;
    private final InstantSource clock;

    BuiltIns(Pool pool, SegmentBooks books, SegmentStore store, SegmentsConfig config, InstantSource clock) {
        this.pool = pool;
        this.books = books;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        if (config.builtIn()) {
            VertxContextSupport.subscribeAndAwait(() -> create(BuiltInSegments.load()));
        }
    }

    /** Creates those that were never offered; how many those are. */
    Uni<Integer> create(List<BuiltInSegment> all) {
        return pool.withTransaction(transaction -> fresh(transaction, all)
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().item(0) : alone(transaction, all)));
    }

    /** Of several replicas that start together one creates them, and the others find that done. */
    private Uni<Integer> alone(SqlConnection transaction, List<BuiltInSegment> all) {
        return books.change(transaction)
                .chain(() -> books.hold(transaction))
                .chain(book -> fresh(transaction, all).chain(fresh -> create(transaction, book, fresh)));
    }

    private static Uni<List<BuiltInSegment>> fresh(SqlConnection transaction, List<BuiltInSegment> all) {
        return transaction.query(OFFERED).execute().map(rows -> {
            Set<String> offered = new HashSet<>();
            rows.forEach(row -> offered.add(row.getString(0)));
            return all.stream().filter(each -> !offered.contains(each.id())).toList();
        });
    }

    private Uni<Integer> create(SqlConnection transaction, SegmentBook book, List<BuiltInSegment> fresh) {
        List<BuiltInSegment> created =
                fresh.stream().filter(each -> book.isFree(each.id())).toList();
        return transaction
                .preparedQuery(OFFER)
                .execute(Columns.texts(fresh.stream().map(BuiltInSegment::id).toList()))
                .chain(() -> created.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : nobody(transaction).chain(ready -> write(transaction, created, ready)))
                .invoke(() -> LOG.infof("Created %d built-in segments", created.size()))
                .replaceWith(created.size());
    }

    private static Uni<Boolean> nobody(SqlConnection transaction) {
        return transaction
                .query(NOBODY)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Void> write(SqlConnection transaction, List<BuiltInSegment> created, boolean ready) {
        return books.next(transaction)
                .chain(generation -> Multi.createFrom()
                        .iterable(created)
                        .onItem()
                        .transformToUniAndConcatenate(each -> store.put(
                                transaction, text(each), SegmentKind.CONDITION, generation, ready, clock.instant()))
                        .onItem()
                        .ignoreAsUni()
                        .chain(() -> store.live(transaction))
                        .chain(segments -> store.keepLeaves(transaction, segments, generation)));
    }

    private static SegmentText text(BuiltInSegment segment) {
        return new SegmentText(segment.id(), segment.name(), segment.description(), false, segment.json(), true);
    }
}

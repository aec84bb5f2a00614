package io.rapport.recommendation.catalog;

import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** Takes edits into the catalog: stored and announced in one transaction, and in this pod's memory when that stands. */
@ApplicationScoped
class CatalogService {
    private static final int ATTEMPTS = 10;

    private final Pool pool;
    private final CatalogStore store;
    private final Outbox outbox;
    private final LiveCatalog live;
    private final InstantSource clock;

    CatalogService(Pool pool, CatalogStore store, Outbox outbox, LiveCatalog live, InstantSource clock) {
        this.pool = pool;
        this.store = store;
        this.outbox = outbox;
        this.live = live;
        this.clock = clock;
    }

    /** All of the edits, save those refused, or none. */
    Uni<List<EditOutcome>> apply(List<Edit> edits) {
        return pool.withTransaction(transaction -> revise(transaction, edits))
                .onFailure(CatalogStore.Raced.class)
                .retry()
                .atMost(ATTEMPTS)
                .invoke(revision -> revision.changes().forEach(change -> live.take(CatalogItem.of(change))))
                .map(Revision::outcomes);
    }

    private Uni<Revision> revise(SqlConnection transaction, List<Edit> edits) {
        Instant now = clock.instant();
        List<String> ids = edits.stream().map(Edit::productId).toList();
        return store.lock(transaction, ids).chain(stored -> {
            Revision revision = Revision.of(stored, edits, now);
            List<ProductChange> changes = revision.changes();
            return store.write(transaction, changes, now.atOffset(ZoneOffset.UTC))
                    .chain(() -> outbox.write(transaction, Announcements.of(changes)))
                    .replaceWith(revision);
        });
    }

    /** One edit; a refusal is a problem. */
    Uni<EditOutcome> apply(Edit edit) {
        return apply(List.of(edit)).map(outcomes -> {
            EditOutcome outcome = outcomes.get(0);
            if (outcome.refusal() == null) {
                return outcome;
            }
            throw outcome.refusal().pointer().equals("/id")
                    ? Problem.notFound("product", edit.productId())
                    : Problem.of(CommonProblem.UNPROCESSABLE, outcome.refusal().detail(), List.of(outcome.refusal()));
        });
    }

    Uni<Product> find(String id) {
        return store.find(pool, id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("product", id))
                .map(StoredProduct::product);
    }

    Uni<Page<Product>> search(ProductFilter filter, PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        return store.search(pool, filter, after, page.limit() + 1)
                .map(rows -> Page.of(rows, page, StoredProduct::id).map(StoredProduct::product));
    }
}

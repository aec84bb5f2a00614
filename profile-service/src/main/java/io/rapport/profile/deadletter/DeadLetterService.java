package io.rapport.profile.deadletter;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.platform.retention.Retention;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.rapport.profile.paging.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Lists dead letters, keeps them for 30 days, and forgets those of an erased person. */
@SystemTime("Retention")
@ApplicationScoped
class DeadLetterService implements Retention, ErasureHandler {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Pool pool;
    private final DeadLetterStore store;

    DeadLetterService(Pool pool, DeadLetterStore store) {
        this.pool = pool;
        this.store = store;
    }

    Uni<Page<DeadLetter>> page(DeadLetterFilter filter, PageRequest request) {
        return store.page(pool, filter, Position.after(request), request.limit())
                .map(rows -> Page.of(rows, request, last -> new Position(last.at(), last.id()).text()));
    }

    Uni<DeadLetter> find(UUID id) {
        return store.find(pool, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("dead letter", id.toString())));
    }

    @Override
    public String what() {
        return "dead letters";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return store.deleteBefore(client, Instant.now().minus(KEPT));
    }

    @Override
    public String store() {
        return "dead letters";
    }

    /** By key, and by what the record says: of what a record names its key is but the strongest, or the source's id. */
    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        return store.deleteOf(transaction, person);
    }
}

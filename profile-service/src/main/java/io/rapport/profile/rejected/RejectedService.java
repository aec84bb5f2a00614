package io.rapport.profile.rejected;

import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.rapport.profile.paging.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lists refused events, and forgets those that name an erased person. */
@ApplicationScoped
class RejectedService implements ErasureHandler {
    private final Pool pool;
    private final RejectedStore store;

    RejectedService(Pool pool, RejectedStore store) {
        this.pool = pool;
        this.store = store;
    }

    Uni<Page<RejectedEntry>> page(RejectedFilter filter, PageRequest request) {
        return page(filter, request, false);
    }

    /** Those that were not sent again yet. */
    Uni<Page<RejectedEntry>> open(RejectedFilter filter, PageRequest request) {
        return page(filter, request, true);
    }

    private Uni<Page<RejectedEntry>> page(RejectedFilter filter, PageRequest request, boolean openOnly) {
        return store.page(pool, filter, Position.after(request), openOnly, request.limit())
                .map(rows -> Page.of(rows, request, RejectedService::position));
    }

    private static String position(RejectedEntry entry) {
        return new Position(entry.rejected().receivedAt(), entry.rejected().id()).text();
    }

    Uni<RejectedEntry> find(UUID id) {
        return store.find(pool, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("rejected event", id.toString())));
    }

    @Override
    public String store() {
        return "rejected events";
    }

    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        return store.deleteNaming(transaction, person.identifiers());
    }
}

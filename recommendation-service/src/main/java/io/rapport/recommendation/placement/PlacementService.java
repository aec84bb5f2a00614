package io.rapport.recommendation.placement;

import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.input.JsonBody;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Placements for operators. */
@ApplicationScoped
class PlacementService {
    private final Pool pool;
    private final PlacementStore store;
    private final LivePlacements live;
    private final InstantSource clock;

    PlacementService(Pool pool, PlacementStore store, LivePlacements live, InstantSource clock) {
        this.pool = pool;
        this.store = store;
        this.live = live;
        this.clock = clock;
    }

    /** By id. There are few, so that all are read. */
    Uni<Page<Placement>> list(PageRequest page) {
        return store.all(pool)
                .map(all -> Page.of(
                        all.values().stream()
                                .filter(one -> page.after() == null || one.id().compareTo(page.after()) > 0)
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        Placement::id));
    }

    Uni<Placement> find(String id) {
        return store.all(pool).map(all -> existing(all, id));
    }

    /** Says whether it is a new one. */
    Uni<Boolean> put(Placement placement) {
        return pool.withTransaction(transaction -> store.lock(transaction)
                        .chain(() -> store.all(transaction))
                        .chain(all -> {
                            JsonBody.refuse(new PlacementGraph(all).faults(placement));
                            return store.write(
                                            transaction,
                                            placement,
                                            clock.instant().atOffset(ZoneOffset.UTC))
                                    .replaceWith(!all.containsKey(placement.id()));
                        }))
                .call(this::refresh);
    }

    Uni<Void> remove(String id) {
        return pool.withTransaction(transaction -> store.lock(transaction)
                        .chain(() -> store.all(transaction))
                        .chain(all -> {
                            refuseWhereUsed(all, existing(all, id));
                            return store.remove(transaction, id);
                        }))
                .call(this::refresh);
    }

    private static void refuseWhereUsed(Map<String, Placement> all, Placement placement) {
        List<String> dependents = new PlacementGraph(all).dependents(placement.id());
        if (!dependents.isEmpty()) {
            throw Problem.of(
                    CommonProblem.CONFLICT,
                    "These fall back on '" + placement.id() + "': " + String.join(", ", dependents) + ".",
                    List.of(new FieldError("/fallbacks", "Take it out there first.")));
        }
    }

    private static Placement existing(Map<String, Placement> all, String id) {
        Placement placement = all.get(id);
        if (placement == null) {
            throw Problem.notFound("placement", id);
        }
        return placement;
    }

    private Uni<Void> refresh() {
        return store.all(pool).invoke(live::take).replaceWithVoid();
    }
}

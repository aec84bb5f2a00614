package io.rapport.recommendation.placement;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The placements as this pod knows them, read again every other second: there are few, and they seldom change. */
@ApplicationScoped
public class LivePlacements {
    private static final Logger LOG = Logger.getLogger(LivePlacements.class);
    private static final long PERIOD_MILLIS = 2_000;

    private final Pool pool;
    private final PlacementStore store;
    private final Vertx vertx;
    private volatile @Nullable Map<String, Placement> placements;
    private long timer;

    LivePlacements(Pool pool, PlacementStore store, Vertx vertx) {
        this.pool = pool;
        this.store = store;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        refresh();
        timer = vertx.setPeriodic(PERIOD_MILLIS, id -> refresh());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void refresh() {
        store.all(pool)
                .subscribe()
                .with(this::take, fault -> LOG.warnf("Placements stay as they are: %s", fault.toString()));
    }

    void take(Map<String, Placement> all) {
        placements = all;
    }

    boolean loaded() {
        return placements != null;
    }

    /** The placement; null where there is none of that id. */
    public @Nullable Placement find(String id) {
        return known().get(id);
    }

    /** The placement, and then those that stand in for it, each once. */
    public List<Placement> withFallbacks(Placement placement) {
        Map<String, Placement> all = known();
        Set<String> seen = new LinkedHashSet<>();
        List<Placement> chain = new ArrayList<>();
        follow(placement, all, seen, chain);
        return chain;
    }

    private static void follow(
            @Nullable Placement placement, Map<String, Placement> all, Set<String> seen, List<Placement> chain) {
        if (placement != null && seen.add(placement.id())) {
            chain.add(placement);
            placement.fallbacks().forEach(id -> follow(all.get(id), all, seen, chain));
        }
    }

    /** Before they are read for the first time no placement is unknown: the answer is that this pod is not ready. */
    private Map<String, Placement> known() {
        Map<String, Placement> all = placements;
        if (all == null) {
            throw Problem.of(CommonProblem.UNAVAILABLE, "The placements are being loaded.");
        }
        return all;
    }
}

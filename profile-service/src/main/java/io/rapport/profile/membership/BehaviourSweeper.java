package io.rapport.profile.membership;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.rounds.Rounds;
import io.rapport.profile.computed.store.Behaviours;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Computes behaviours anew that late events made inexact. One profile at a time and now and then: its whole history is read,
 * and a robot's may be long.
 */
@ApplicationScoped
public class BehaviourSweeper {
    private static final Logger LOG = Logger.getLogger(BehaviourSweeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int MOST = 20;
    private static final UUID FIRST = new UUID(0, 0);

    private final Pool pool;
    private final Behaviours behaviours;
    private final Memberships memberships;
    private @Nullable Rounds rounds;
    private volatile UUID last = FIRST;

    BehaviourSweeper(Pool pool, Behaviours behaviours, Memberships memberships) {
        this.pool = pool;
        this.behaviours = behaviours;
        this.memberships = memberships;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        rounds = Rounds.every(PERIOD, vertx, "Behaviours wait to be computed anew", this::sweep);
    }

    void stop(@Observes ShutdownEvent event) {
        if (rounds != null) {
            rounds.stop();
        }
    }

    /** Some of those that wait; the rest have the next round. */
    public Uni<Void> sweep() {
        return behaviours.lost(pool, last, MOST).chain(lost -> {
            last = lost.size() < MOST ? FIRST : lost.get(MOST - 1);
            return each(lost);
        });
    }

    private Uni<Void> each(List<UUID> profiles) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (UUID profile : profiles) {
            done = done.chain(() -> pool.withTransaction(transaction -> FreeProfiles.lock(transaction, Set.of(profile))
                            .chain(locked -> memberships.update(
                                    transaction,
                                    locked.stream()
                                            .map(id -> new ProfileChange(id).recounted())
                                            .toList()))
                            .replaceWithVoid())
                    .onFailure()
                    .invoke(fault -> LOG.warnf("A behaviour waits to be computed anew: %s", fault))
                    .onFailure()
                    .recoverWithNull());
        }
        return done;
    }
}

package io.rapport.profile.membership;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.rounds.Rounds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks again at the moments at which segments may answer otherwise without an event. It looks twice a second for profiles
 * whose time has come, and leaves those alone whose row somebody holds: they are asked then anyway, or in the next round.
 */
@ApplicationScoped
public class DueSweeper {
    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final int MOST = 500;

    private final Pool pool;
    private final StandingStore standings;
    private final Memberships memberships;
    private final InstantSource clock;
    private @Nullable Rounds rounds;

    DueSweeper(Pool pool, StandingStore standings, Memberships memberships, InstantSource clock) {
        this.pool = pool;
        this.standings = standings;
        this.memberships = memberships;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        rounds = Rounds.every(PERIOD, vertx, "Memberships that are due wait", this::sweep);
    }

    void stop(@Observes ShutdownEvent event) {
        if (rounds != null) {
            rounds.stop();
        }
    }

    /** Until nothing is due any more; how many profiles were asked. */
    public Uni<Integer> sweep() {
        return standings
                .due(pool, clock.instant(), MOST)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(0)
                        : ask(due).chain(asked ->
                                asked < MOST ? Uni.createFrom().item(asked) : sweep().map(more -> asked + more)));
    }

    private Uni<Integer> ask(List<UUID> due) {
        return pool.withTransaction(transaction -> FreeProfiles.lock(transaction, due)
                .call(locked -> memberships.update(
                        transaction, locked.stream().map(ProfileChange::new).toList()))
                .map(List::size));
    }
}

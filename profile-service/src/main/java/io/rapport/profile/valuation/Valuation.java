package io.rapport.profile.valuation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.rounds.Rounds;
import io.rapport.profile.computed.population.ValueModels;
import io.rapport.profile.computed.population.ValueTraits;
import io.rapport.profile.computed.store.LearntIntervals;
import io.rapport.profile.membership.Computed;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.value.Purchase;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Learns from everybody's orders and judges every customer by it: each day, and before that whenever a tenth more orders are
 * there, up to a number at which counting them would cost. A run that was cut off is begun again by whoever sees it.
 */
@ApplicationScoped
public class Valuation {
    private static final Logger LOG = Logger.getLogger(Valuation.class);
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int CUSTOMERS = 200;
    private static final long COUNTED = 200_000;
    private static final int A_TENTH = 10;

    private final Pool pool;
    private final CustomerOrders orders;
    private final ValueStore values;
    private final LearningLog log;
    private final LearntIntervals intervals;
    private final Memberships memberships;
    private final Visitors visitors;
    private final InstantSource clock;
    private @Nullable Rounds rounds;
    private volatile @Nullable ValueModels previous;

    Valuation(
            Pool pool,
            CustomerOrders orders,
            ValueStore values,
            LearningLog log,
            LearntIntervals intervals,
            Memberships memberships,
            Visitors visitors,
            InstantSource clock) {
        this.pool = pool;
        this.orders = orders;
        this.values = values;
        this.log = log;
        this.intervals = intervals;
        this.memberships = memberships;
        this.visitors = visitors;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        rounds = Rounds.every(PERIOD, vertx, "What customers are worth waits to be learnt", this::learnIfDue);
    }

    void stop(@Observes ShutdownEvent event) {
        if (rounds != null) {
            rounds.stop();
        }
    }

    private Uni<Void> learnIfDue() {
        return log.last(pool)
                .chain(last -> orders.count(pool, COUNTED)
                        .chain(count ->
                                isDue(last, count) ? learn() : Uni.createFrom().voidItem()));
    }

    private boolean isDue(LearningLog.Last last, long count) {
        return count > 0 && (!today().equals(last.learntOn()) || count > last.orders() + last.orders() / A_TENTH);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Learns now, unless somebody is at it. */
    public Uni<Void> learn() {
        return log.claim(pool)
                .chain(mayGoOn -> mayGoOn ? run() : Uni.createFrom().voidItem());
    }

    private Uni<Void> run() {
        LocalDate today = today();
        return orders.count(pool, COUNTED)
                .chain(count -> intervals
                        .learn(pool)
                        .call(() -> log.renew(pool))
                        .chain(() -> orders.sample(pool))
                        .call(() -> log.renew(pool))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(customers -> ValueModels.of(today, customers, previous))
                        .invoke(learnt -> previous = learnt)
                        .chain(learnt -> judge(learnt, today, FIRST, 0))
                        .invoke(judged -> LOG.infof("Judged %d customers by the orders up to %s", judged, today))
                        .chain(() -> log.close(pool, today, count)));
    }

    private Uni<Long> judge(ValueModels models, LocalDate today, UUID after, long before) {
        return pool.withTransaction(transaction -> step(transaction, models, today, after))
                .call(step -> visitors.forget(pool, step.turned()))
                .call(() -> log.renew(pool))
                .chain(step -> step.customers().size() < CUSTOMERS
                        ? Uni.createFrom().item(before + step.customers().size())
                        : judge(models, today, step.customers().get(CUSTOMERS - 1), before + CUSTOMERS));
    }

    /**
     * What was done at a time.
     *
     * @param turned profiles of which a membership began or ended
     */
    private record Step(List<UUID> customers, Set<UUID> turned) {}

    private Uni<Step> step(SqlConnection transaction, ValueModels models, LocalDate today, UUID after) {
        return orders.lockNext(transaction, after, CUSTOMERS)
                .chain(ids -> orders.of(transaction, ids)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(purchases -> judged(models, today, purchases))
                        .chain(judged -> write(transaction, ids, judged))
                        .chain(() -> memberships.update(transaction, changes(ids)))
                        .map(turned -> new Step(ids, turned)));
    }

    private static Map<UUID, ValueTraits> judged(
            ValueModels models, LocalDate today, Map<UUID, List<Purchase>> purchases) {
        Map<UUID, ValueTraits> judged = new HashMap<>();
        purchases.forEach(
                (customer, each) -> models.judge(each, today).ifPresent(traits -> judged.put(customer, traits)));
        return judged;
    }

    private Uni<Void> write(SqlConnection transaction, List<UUID> ids, Map<UUID, ValueTraits> judged) {
        List<UUID> without = new ArrayList<>(ids);
        without.removeAll(judged.keySet());
        return values.write(transaction, judged).chain(() -> values.delete(transaction, without));
    }

    private static List<ProfileChange> changes(List<UUID> ids) {
        return ids.stream()
                .map(id -> {
                    ProfileChange change = new ProfileChange(id);
                    Computed.OF_VALUE.forEach(change::trait);
                    return change;
                })
                .toList();
    }
}

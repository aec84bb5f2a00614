package io.rapport.profile.intake;

import io.rapport.platform.consumer.BatchHandler;
import io.rapport.profile.event.EventPartitions;
import io.rapport.profile.identity.IdentityRules;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.place.Places;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in a batch of raw events as one transaction. Reading JSON and deciding run on worker threads. */
@ApplicationScoped
class Intake implements BatchHandler {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_RACES = 50;

    private final Pool pool;
    private final EventPartitions partitions;
    private final BatchReader reader;
    private final BatchWriter writer;
    private final TraitRules traitRules;
    private final IdentityRules rules;
    private final Places places;
    private final Memberships memberships;
    private final Visitors visitors;
    private final IntakeMetrics metrics;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    Intake(
            Pool pool,
            EventPartitions partitions,
            BatchReader reader,
            BatchWriter writer,
            TraitRules traitRules,
            IdentityRules rules,
            Places places,
            Memberships memberships,
            Visitors visitors,
            IntakeMetrics metrics) {
        this.pool = pool;
        this.partitions = partitions;
        this.reader = reader;
        this.writer = writer;
        this.traitRules = traitRules;
        this.rules = rules;
        this.places = places;
        this.memberships = memberships;
        this.visitors = visitors;
        this.metrics = metrics;
    }

    @Override
    public Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        return Uni.createFrom()
                .item(() -> Batch.of(records, rules.blocked()))
                .runSubscriptionOn(workers)
                .chain(batch -> partitions.ensure(batch.moments()).chain(() -> take(batch)));
    }

    private Uni<Void> take(Batch batch) {
        return pool.withTransaction(transaction -> take(transaction, batch))
                .onFailure(LostRace.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(MOST_RACES)
                .invoke(taken -> metrics.count(batch, taken.outcome()))
                .chain(taken -> visitors.forget(taken.outcome().forgotten())
                        .chain(() -> visitors.forget(pool, taken.turned())));
    }

    /**
     * What was done.
     *
     * @param turned profiles of which a membership began or ended
     */
    private record Taken(Outcome outcome, Set<UUID> turned) {}

    private Uni<Taken> take(SqlConnection transaction, Batch batch) {
        return reader.read(transaction, batch)
                .emitOn(workers)
                .map(known -> new BatchFold(known, traitRules, places).fold())
                .call(outcome -> writer.write(transaction, outcome, batch.rejected()))
                .chain(outcome ->
                        memberships.update(transaction, outcome.changes()).map(turned -> new Taken(outcome, turned)));
    }
}

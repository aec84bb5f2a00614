package io.rapport.profile.intake;

import io.rapport.platform.consumer.BatchHandler;
import io.rapport.profile.event.EventPartitions;
import io.rapport.profile.identity.IdentityRules;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.place.Places;
import io.rapport.profile.profile.Rearrangement.Changed;
import io.rapport.profile.profile.TraitHistory;
import io.rapport.profile.resolution.LateEvidence;
import io.rapport.profile.resolution.NeedsLocks;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes in a batch of raw events as one transaction. Reading JSON and deciding run on worker threads. */
@ApplicationScoped
class Intake implements BatchHandler {
    private static final int MOST_RACES = 50;
    /** A transaction's statements cost about as much as that many events. */
    private static final int WORTH_PARTING = 200;

    private final Pool pool;
    private final EventPartitions partitions;
    private final BatchReader reader;
    private final BatchWriter writer;
    private final TraitRules traitRules;
    private final IdentityRules rules;
    private final IdentityStore identities;
    private final Places places;
    private final LateEvidence lateEvidence;
    private final TraitHistory traitHistory;
    private final Memberships memberships;
    private final Visitors visitors;
    private final IntakeMetrics metrics;
    private final int lanes;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    Intake(
            Pool pool,
            EventPartitions partitions,
            BatchReader reader,
            BatchWriter writer,
            TraitRules traitRules,
            IdentityRules rules,
            IdentityStore identities,
            Places places,
            LateEvidence lateEvidence,
            TraitHistory traitHistory,
            Memberships memberships,
            Visitors visitors,
            IntakeMetrics metrics,
            IntakeConfig config) {
        this.pool = pool;
        this.partitions = partitions;
        this.reader = reader;
        this.writer = writer;
        this.traitRules = traitRules;
        this.rules = rules;
        this.identities = identities;
        this.places = places;
        this.lateEvidence = lateEvidence;
        this.traitHistory = traitHistory;
        this.memberships = memberships;
        this.visitors = visitors;
        this.metrics = metrics;
        this.lanes = config.lanes();
    }

    @Override
    public Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        return Uni.createFrom()
                .item(() -> Batch.of(records, rules.blocked()))
                .runSubscriptionOn(workers)
                .chain(batch -> partitions.ensure(batch.moments()).chain(() -> takeSideBySide(batch)));
    }

    /** One lane's statements run while another's events are decided on. Where one fails, what others took stays taken. */
    private Uni<Void> takeSideBySide(Batch batch) {
        return lanes == 1 || batch.tracked().size() < WORTH_PARTING
                ? take(batch)
                : identities
                        .owners(pool, batch.lookups())
                        .map(owners -> batch.lanes(lanes, owners).stream()
                                .map(this::take)
                                .toList())
                        .chain(runs -> Uni.join().all(runs).andCollectFailures())
                        .replaceWithVoid();
    }

    private Uni<Void> take(Batch batch) {
        Set<UUID> wider = ConcurrentHashMap.newKeySet();
        Uni<Taken> transaction = pool.withTransaction(begun -> take(begun, batch, wider))
                .onFailure(NeedsLocks.class)
                .invoke(lost -> wider.addAll(((NeedsLocks) lost).profiles()));
        return LostRace.retried(transaction, MOST_RACES)
                .invoke(taken -> metrics.count(batch, taken.outcome()))
                .chain(taken -> visitors.forget(taken.outcome().forgotten())
                        .chain(() -> visitors.forget(pool, taken.turned())));
    }

    /**
     * What was done.
     *
     * @param turned profiles of which a membership began or ended, or that are somebody else now
     */
    private record Taken(Outcome outcome, Set<UUID> turned) {}

    private Uni<Taken> take(SqlConnection transaction, Batch batch, Set<UUID> wider) {
        return reader.read(transaction, batch, Set.copyOf(wider))
                .emitOn(workers)
                .map(known -> new BatchFold(known, traitRules, places).fold())
                .call(outcome -> writer.write(transaction, outcome, batch.rejected()))
                .chain(outcome -> lateEvidence
                        .resolve(transaction, outcome.log().late())
                        .call(changed -> traitHistory.retell(transaction, contested(outcome, changed)))
                        .chain(changed -> judge(transaction, outcome, changed)));
    }

    /** Those that were not read again already, or went up in others. */
    private static Set<UUID> contested(Outcome outcome, Changed changed) {
        Set<UUID> contested = new HashSet<>(outcome.contested());
        contested.removeAll(changed.profiles());
        contested.removeAll(changed.merged().keySet());
        return contested;
    }

    private Uni<Taken> judge(SqlConnection transaction, Outcome outcome, Changed changed) {
        return memberships.update(transaction, LateChanges.of(outcome, changed)).map(turned -> {
            Set<UUID> all = new HashSet<>(turned);
            all.addAll(changed.profiles());
            all.addAll(outcome.contested());
            return new Taken(outcome, all);
        });
    }
}

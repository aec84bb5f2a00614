package io.rapport.profile.consent;

import io.rapport.events.Topic;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Records consent within somebody's transaction, which holds the locks on the profiles' rows. */
@ApplicationScoped
public class ConsentService implements ErasureHandler {
    private final ConsentStore store;
    private final ConsentGate gate;
    private final Outbox outbox;
    private final InstantSource clock;

    ConsentService(ConsentStore store, ConsentGate gate, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.gate = gate;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What holds for these profiles, to be spoken to and then {@link #save}d in the same transaction. */
    public Uni<ConsentLedger> ledger(SqlConnection transaction, Collection<UUID> profiles) {
        Instant now = clock.instant();
        return store.states(transaction, profiles).map(states -> new ConsentLedger(gate.defaults(), now, states));
    }

    /** Writes what the ledger came to. Announcing it is its speaker's, who gives the sequence numbers. */
    public Uni<Void> save(SqlConnection transaction, ConsentLedger ledger) {
        return store.write(transaction, ledger.written())
                .chain(() -> store.append(transaction, ledger.history(), ledger.now()))
                .chain(() -> Multi.createFrom()
                        .iterable(ledger.survivors().entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(
                                merge -> store.move(transaction, merge.getKey(), merge.getValue()))
                        .onItem()
                        .ignoreAsUni());
    }

    /** Moves the loser's consent to the survivor; answers with what is to be announced for the survivor. */
    public Uni<List<ConsentStatement>> merge(SqlConnection transaction, UUID survivor, UUID loser) {
        return ledger(transaction, List.of(survivor, loser)).chain(ledger -> {
            List<ConsentStatement> changes = ledger.merge(survivor, loser);
            return save(transaction, ledger).replaceWith(changes);
        });
    }

    /** Records and announces what one profile says, for callers outside of the event pipeline. */
    public Uni<Void> record(SqlConnection transaction, ConsentStatement said, long sequence) {
        return ledger(transaction, List.of(said.profileId()))
                .call(ledger -> announce(transaction, ledger.say(said).stream().toList(), sequence))
                .chain(ledger -> save(transaction, ledger));
    }

    private Uni<Void> announce(SqlConnection transaction, List<ConsentStatement> changes, long sequence) {
        return outbox.write(
                transaction,
                changes.stream()
                        .map(change -> OutboxRecord.of(
                                Topic.PROFILE_EVENTS, change.profileId().toString(), change.announcement(sequence)))
                        .toList());
    }

    @Override
    public String store() {
        return "consents";
    }

    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        return store.delete(transaction, person.profileIdArray());
    }
}

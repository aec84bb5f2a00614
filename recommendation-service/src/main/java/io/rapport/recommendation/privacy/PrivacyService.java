package io.rapport.recommendation.privacy;

import io.quarkus.arc.All;
import io.rapport.events.ConsentChanged;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfilesMerged;
import io.rapport.events.Purpose;
import io.rapport.platform.consent.ConsentGate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Carries out what profile-service announces of persons. What is kept here is kept for personalization alone, so who
 * withdraws consent to it is forgotten as one who asks for erasure is, save that they may come back.
 */
@ApplicationScoped
public class PrivacyService {
    private final PrivacyStore store;
    private final ConsentGate gate;
    private final List<PersonalStore> stores;

    PrivacyService(PrivacyStore store, ConsentGate gate, @All List<PersonalStore> stores) {
        this.store = store;
        this.gate = gate;
        this.stores = stores;
    }

    /** Whom each of the ids stands for; an erased one is missing. */
    public Uni<Map<UUID, Person>> persons(SqlClient client, Collection<UUID> ids) {
        return store.survivors(client, new HashSet<>(ids)).chain(survivors -> gate.allowed(
                        client, new HashSet<>(survivors.values()))
                .map(allowed -> persons(survivors, allowed)));
    }

    private static Map<UUID, Person> persons(Map<UUID, UUID> survivors, Map<UUID, Set<Purpose>> allowed) {
        Map<UUID, Person> persons = new HashMap<>();
        survivors.forEach((id, survivor) -> persons.put(
                id, new Person(survivor, allowed.get(survivor).contains(Purpose.PERSONALIZATION))));
        return persons;
    }

    /** Records a decision; whoever does not allow personalization after it is forgotten. */
    public Uni<Void> decide(SqlConnection transaction, ConsentChanged change) {
        return store.survivors(transaction, List.of(change.profileId())).chain(survivors -> {
            UUID person = survivors.get(change.profileId());
            return person == null
                    ? Uni.createFrom().voidItem()
                    : gate.apply(transaction, of(person, change)).chain(() -> enforce(transaction, person));
        });
    }

    private static ConsentChanged of(UUID person, ConsentChanged change) {
        return new ConsentChanged(
                change.eventId(),
                person,
                change.sequence(),
                change.timestamp(),
                change.origin(),
                change.purpose(),
                change.granted(),
                change.source());
    }

    private Uni<Void> enforce(SqlConnection transaction, UUID person) {
        return gate.allowed(transaction, List.of(person))
                .chain(allowed -> allowed.get(person).contains(Purpose.PERSONALIZATION)
                        ? Uni.createFrom().voidItem()
                        : everywhere(s -> s.forget(transaction, List.of(person))));
    }

    /**
     * Makes the loser's things the survivor's. The event comes on both profiles' keys, and the loser's may come late: the
     * second time moves what was written under the loser in between.
     */
    public Uni<Void> merge(SqlConnection transaction, ProfilesMerged merged) {
        UUID loser = merged.loserId();
        return store.survivor(transaction, merged.survivorId()).chain(survivor -> survivor.equals(loser)
                ? Uni.createFrom().voidItem()
                : store.survivors(transaction, List.of(survivor))
                        .chain(alive -> alive.isEmpty()
                                ? bury(transaction, List.of(loser), merged.timestamp().atOffset(ZoneOffset.UTC))
                                : merge(transaction, loser, survivor)));
    }

    private Uni<Void> merge(SqlConnection transaction, UUID loser, UUID survivor) {
        return store.redirect(transaction, loser, survivor)
                .chain(() -> gate.merge(transaction, survivor, loser))
                .chain(() -> everywhere(s -> s.move(transaction, loser, survivor)))
                .chain(() -> enforce(transaction, survivor));
    }

    /** Forgets a person under every id, for good: what comes late for one of them is dropped. */
    public Uni<Void> erase(SqlConnection transaction, ProfileErased erased) {
        return store.survivor(transaction, erased.profileId())
                .chain(survivor -> store.losers(transaction, survivor).chain(losers -> {
                    Set<UUID> ids = new HashSet<>(losers);
                    ids.add(survivor);
                    ids.add(erased.profileId());
                    return bury(transaction, ids, erased.timestamp().atOffset(ZoneOffset.UTC));
                }));
    }

    private Uni<Void> bury(SqlConnection transaction, Collection<UUID> ids, OffsetDateTime at) {
        Uni<Void> buried = store.bury(transaction, ids, at)
                .chain(() -> everywhere(s -> s.forget(transaction, ids)));
        for (UUID id : ids) {
            buried = buried.chain(() -> gate.erase(transaction, id));
        }
        return buried;
    }

    private Uni<Void> everywhere(Function<PersonalStore, Uni<Void>> work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (PersonalStore one : stores) {
            done = done.chain(() -> work.apply(one));
        }
        return done;
    }
}

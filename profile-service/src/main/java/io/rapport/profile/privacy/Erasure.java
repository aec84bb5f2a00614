package io.rapport.profile.privacy;

import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.ProfileErased;
import io.rapport.events.Topic;
import io.rapport.platform.config.SecretBox;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.reference.People;
import io.rapport.profile.reference.PersonReference;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Forgets a person: announces it on every profile id that was theirs and empties this service's stores, all in one
 * transaction; then the caches. What a crash leaves undone of the caches is done by {@link ErasureResumption}.
 */
@ApplicationScoped
class Erasure {
    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final Pool pool;
    private final People people;
    private final ProfileDirectory directory;
    private final Outbox outbox;
    private final Stores stores;
    private final PrivacyStore requests;
    private final SecretBox box;
    private final InstantSource clock;

    Erasure(
            Pool pool,
            People people,
            ProfileDirectory directory,
            Outbox outbox,
            Stores stores,
            PrivacyStore requests,
            SecretBox box,
            InstantSource clock) {
        this.pool = pool;
        this.people = people;
        this.directory = directory;
        this.outbox = outbox;
        this.stores = stores;
        this.requests = requests;
        this.box = box;
        this.clock = clock;
    }

    Uni<Void> erase(PrivacyRequest request, PersonReference reference) {
        return pool.withTransaction(transaction -> people.lock(transaction, reference)
                        .chain(locked -> person(transaction, locked.profileId())
                                .call(person -> announce(transaction, request.id(), locked, person)))
                        .call(person -> stores.erase(transaction, person))
                        .call(person -> requests.add(transaction, request, sealed(person))))
                .chain(person -> evict(request.id(), person)
                        .onFailure()
                        .invoke(fault -> LOG.warnf("Erasure %s goes on later: %s", request.id(), fault))
                        .onFailure()
                        .recoverWithNull());
    }

    /** The caches go after the commit: before it, a reader could fill them again. */
    Uni<Void> evict(UUID request, ErasedPerson person) {
        return stores.evict(person).chain(() -> requests.finishOwn(pool, request));
    }

    private Uni<ErasedPerson> person(SqlConnection transaction, UUID profile) {
        return directory
                .merged(transaction, profile)
                .chain(merged -> directory
                        .identifiers(transaction, profile)
                        .map(identifiers -> new ErasedPerson(
                                Stream.concat(Stream.of(profile), merged.stream())
                                        .toList(),
                                identifiers.stream()
                                        .map(known -> new ErasedPerson.Identifier(
                                                known.type().wire(), known.value()))
                                        .toList())));
    }

    private Uni<Void> announce(SqlConnection transaction, UUID request, People.Locked locked, ErasedPerson person) {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(person.profileIds())
                .onItem()
                .transformToUniAndConcatenate(profile -> sequence(transaction, profile, locked)
                        .map(sequence ->
                                new ProfileErased(UUID.randomUUID(), profile, sequence, now, Origin.LIVE, request)))
                .map(erased ->
                        OutboxRecord.of(Topic.PROFILE_EVENTS, erased.profileId().toString(), erased))
                .collect()
                .asList()
                .chain(records -> outbox.write(transaction, records));
    }

    private Uni<Long> sequence(SqlConnection transaction, UUID profile, People.Locked locked) {
        return profile.equals(locked.profileId())
                ? Uni.createFrom().item(locked.sequence())
                : directory.nextSequence(transaction, profile);
    }

    /** For requests whose caches were not reached. */
    Uni<Void> resume(Instant before) {
        return requests.unfinished(pool, before)
                .chain(unfinished -> Multi.createFrom()
                        .iterable(unfinished.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(entry -> evict(entry.getKey(), opened(entry.getValue())))
                        .onItem()
                        .ignoreAsUni());
    }

    private String sealed(ErasedPerson person) {
        return box.seal(new String(EventsJson.write(person), StandardCharsets.UTF_8));
    }

    private ErasedPerson opened(String sealed) {
        return EventsJson.read(box.open(sealed).getBytes(StandardCharsets.UTF_8), ErasedPerson.class);
    }
}

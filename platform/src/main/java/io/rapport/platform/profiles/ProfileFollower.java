package io.rapport.platform.profiles;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.events.ConsentChanged;
import io.rapport.events.EventsJson;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.events.ProfilesUnmerged;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.consumer.BatchConsumer;
import io.rapport.platform.consumer.BatchDecoder;
import io.rapport.platform.inbox.Inbox;
import io.rapport.platform.privacy.FateStore;
import io.rapport.platform.privacy.Fates;
import io.rapport.platform.privacy.PersonalStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Applies consent, merges and erasure to everything that this service keeps of persons, each event once and all of a batch
 * in one transaction. Tracking events are a feature's own affair and pass by here.
 *
 * <p>An event of a merged profile goes to the survivor, one of an erased profile nowhere. Such events come from another
 * partition than the survivor's own, so they, merges and erasures take a lock on the persons that they touch.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class ProfileFollower {
    private static final String CONSUMER = "profiles";

    private final Pool pool;
    private final BatchConsumer batches;
    private final BatchDecoder decoder;
    private final Inbox inbox;
    private final FateStore fates;
    private final ConsentGate consent;
    private final List<PersonalStore> stores;

    ProfileFollower(
            Pool pool,
            BatchConsumer batches,
            BatchDecoder decoder,
            Inbox inbox,
            FateStore fates,
            ConsentGate consent,
            @All List<PersonalStore> stores) {
        this.pool = pool;
        this.batches = batches;
        this.decoder = decoder;
        this.inbox = inbox;
        this.fates = fates;
        this.consent = consent;
        this.stores = stores;
    }

    /**
     * Handles a batch.
     *
     * @param group the consumer group, under which dead letters are listed
     */
    public Uni<Void> consume(String group, ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> all =
                StreamSupport.stream(records.spliterator(), false).toList();
        return batches.consume(group, all, this::handle);
    }

    private Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        return decoder.decode(records, ProfileFollower::ours)
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pool.withTransaction(transaction -> handle(transaction, events)));
    }

    private static List<ProfileEvent> ours(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.value() != null && !ProfileEventKind.isOfFeatures(record.value()))
                .map(record -> EventsJson.read(record.value(), ProfileEvent.class))
                .toList();
    }

    private Uni<Void> handle(SqlConnection transaction, List<ProfileEvent> events) {
        List<UUID> ids = events.stream().map(ProfileEvent::eventId).toList();
        return inbox.claim(transaction, CONSUMER, ids).chain(claimed -> {
            List<ProfileEvent> fresh = firstOfEach(events, claimed);
            return fates(transaction, fresh)
                    .chain(known -> eachInOrder(fresh, event -> apply(transaction, known, event)));
        });
    }

    /** A batch may hold an event twice, and the claim tells only that it is new. */
    private static List<ProfileEvent> firstOfEach(List<ProfileEvent> events, Set<UUID> claimed) {
        Set<UUID> left = new HashSet<>(claimed);
        return events.stream().filter(event -> left.remove(event.eventId())).toList();
    }

    private static <T> Uni<Void> eachInOrder(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Fates> fates(SqlConnection transaction, List<ProfileEvent> events) {
        List<UUID> profiles =
                events.stream().flatMap(ProfileFollower::profiles).distinct().toList();
        return fates.read(transaction, profiles).chain(seen -> {
            Set<UUID> contested = contested(events, seen);
            return contested.isEmpty()
                    ? Uni.createFrom().item(seen)
                    : fates.lock(transaction, contested).chain(() -> fates.read(transaction, profiles));
        });
    }

    private static Stream<UUID> profiles(ProfileEvent event) {
        if (event instanceof ProfilesUnmerged unmerged) {
            return Stream.concat(
                    Stream.of(unmerged.remainingId(), unmerged.separatedId()), unmerged.formerIds().stream());
        }
        return event instanceof ProfilesMerged merged
                ? Stream.of(merged.survivorId(), merged.loserId())
                : Stream.of(event.profileId());
    }

    /** The persons that another partition's events may touch at the same time. */
    private static Set<UUID> contested(List<ProfileEvent> events, Fates seen) {
        Set<UUID> contested = new HashSet<>();
        for (ProfileEvent event : events) {
            UUID person = seen.survivorOf(event.profileId());
            if (!(event instanceof ConsentChanged) || !person.equals(event.profileId())) {
                profiles(event).map(seen::survivorOf).forEach(contested::add);
            }
            if (event instanceof ProfilesUnmerged unmerged) {
                contested.add(unmerged.separatedId());
            }
        }
        return contested;
    }

    private Uni<Void> apply(SqlConnection transaction, Fates known, ProfileEvent event) {
        if (event instanceof ProfilesMerged merged) {
            return merge(transaction, known, merged);
        }
        if (event instanceof ProfilesUnmerged unmerged) {
            return unmerge(transaction, known, unmerged);
        }
        if (event instanceof ProfileErased erased) {
            return erase(transaction, known, erased.profileId());
        }
        return event instanceof ConsentChanged change && !known.isErased(change.profileId())
                ? consent.apply(transaction, change, known.survivorOf(change.profileId()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> merge(SqlConnection transaction, Fates known, ProfilesMerged merged) {
        UUID survivor = known.survivorOf(merged.survivorId());
        UUID loser = merged.loserId();
        if (survivor.equals(loser) || known.isOutdated(loser, merged.sequence())) {
            return Uni.createFrom().voidItem();
        }
        boolean forgotten = known.isErased(survivor) || known.isErased(loser);
        return fates.merged(transaction, known, survivor, loser, merged.sequence())
                .chain(() -> eachInOrder(stores, store -> store.merge(transaction, survivor, loser)))
                .chain(() -> forgotten
                        ? erase(transaction, known, survivor)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> unmerge(SqlConnection transaction, Fates known, ProfilesUnmerged unmerged) {
        UUID separated = unmerged.separatedId();
        boolean mergedAgain = !known.survivorOf(separated).equals(separated);
        if (mergedAgain && known.isOutdated(separated, unmerged.sequence())) {
            return Uni.createFrom().voidItem();
        }
        List<PersonalStore> concerned = known.isErased(separated) ? List.of() : stores;
        return fates.unmerged(transaction, known, separated, unmerged.formerIds(), unmerged.sequence())
                .chain(() -> eachInOrder(
                        concerned,
                        store -> store.unmerge(
                                transaction,
                                known.survivorOf(unmerged.remainingId()),
                                separated,
                                unmerged.movedEventIds())));
    }

    private Uni<Void> erase(SqlConnection transaction, Fates known, UUID profile) {
        UUID person = known.survivorOf(profile);
        return fates.erased(transaction, known, person)
                .chain(() -> eachInOrder(stores, store -> store.erase(transaction, person)));
    }
}

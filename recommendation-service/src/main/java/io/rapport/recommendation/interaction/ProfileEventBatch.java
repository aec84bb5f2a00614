package io.rapport.recommendation.interaction;

import io.rapport.events.ConsentChanged;
import io.rapport.events.EventResolved;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.platform.consumer.BatchHandler;
import io.rapport.platform.inbox.Inbox;
import io.rapport.recommendation.privacy.Person;
import io.rapport.recommendation.privacy.PrivacyService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Handles some hundred events of profiles in one transaction, in their order: interactions between two merges, consents or
 * erasures go in together, and each of those alone.
 */
@ApplicationScoped
class ProfileEventBatch implements BatchHandler {
    private static final String CONSUMER = "interaction";

    private final Pool pool;
    private final Inbox inbox;
    private final InteractionStore store;
    private final ConsumerPositions positions;
    private final PrivacyService privacy;

    ProfileEventBatch(
            Pool pool,
            Inbox inbox,
            InteractionStore store,
            ConsumerPositions positions,
            PrivacyService privacy) {
        this.pool = pool;
        this.inbox = inbox;
        this.store = store;
        this.positions = positions;
        this.privacy = privacy;
    }

    @Override
    public Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        List<ProfileEvent> events = records.stream()
                .map(ProfileEventReader::read)
                .filter(Objects::nonNull)
                .toList();
        return pool.withTransaction(transaction -> inbox.claim(transaction, CONSUMER, ids(events))
                .chain(fresh -> handle(transaction, fresh(events, fresh)))
                .chain(effects -> positions.write(transaction, records, effects)));
    }

    private static List<UUID> ids(List<ProfileEvent> events) {
        return events.stream().map(ProfileEvent::eventId).toList();
    }

    private static List<ProfileEvent> fresh(List<ProfileEvent> events, Set<UUID> fresh) {
        return events.stream().filter(event -> fresh.contains(event.eventId())).toList();
    }

    /** Says how many effects there were. */
    private Uni<Integer> handle(SqlConnection transaction, List<ProfileEvent> events) {
        Uni<Integer> effects = Uni.createFrom().item(0);
        List<Interaction> together = new ArrayList<>();
        for (ProfileEvent event : events) {
            if (event instanceof EventResolved resolved) {
                together.addAll(InteractionReader.read(resolved));
            } else {
                effects = store(transaction, effects, together)
                        .chain(sum -> decide(transaction, event).replaceWith(sum + 1));
                together = new ArrayList<>();
            }
        }
        return store(transaction, effects, together);
    }

    private Uni<Integer> store(SqlConnection transaction, Uni<Integer> before, List<Interaction> together) {
        return together.isEmpty()
                ? before
                : before.chain(sum -> store(transaction, together).map(stored -> sum + stored));
    }

    private Uni<Integer> store(SqlConnection transaction, List<Interaction> together) {
        List<UUID> profiles =
                together.stream().map(Interaction::profileId).distinct().toList();
        return privacy.persons(transaction, profiles)
                .chain(persons -> store.insert(transaction, allowed(together, persons)));
    }

    private static List<Interaction> allowed(List<Interaction> interactions, Map<UUID, Person> persons) {
        List<Interaction> allowed = new ArrayList<>(interactions.size());
        for (Interaction interaction : interactions) {
            Person person = persons.get(interaction.profileId());
            if (person != null && person.personalised()) {
                allowed.add(interaction.of(person.id()));
            }
        }
        return allowed;
    }

    private Uni<Void> decide(SqlConnection transaction, ProfileEvent event) {
        if (event instanceof ConsentChanged change) {
            return privacy.decide(transaction, change);
        }
        if (event instanceof ProfilesMerged merged) {
            return privacy.merge(transaction, merged);
        }
        return privacy.erase(transaction, (ProfileErased) event);
    }
}

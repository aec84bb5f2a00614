package io.rapport.recommendation.interaction;

import io.rapport.events.EventResolved;
import io.rapport.platform.consumer.BatchDecoder;
import io.rapport.platform.consumer.BatchHandler;
import io.rapport.platform.inbox.Inbox;
import io.rapport.recommendation.privacy.Person;
import io.rapport.recommendation.privacy.Persons;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stores some hundred visitors' interactions in one transaction, each once, of those who allow it. */
@ApplicationScoped
class InteractionBatch implements BatchHandler {
    private static final String CONSUMER = "interaction";

    private final Pool pool;
    private final BatchDecoder decoder;
    private final Inbox inbox;
    private final InteractionStore store;
    private final ConsumerPositions positions;
    private final Persons persons;

    InteractionBatch(
            Pool pool,
            BatchDecoder decoder,
            Inbox inbox,
            InteractionStore store,
            ConsumerPositions positions,
            Persons persons) {
        this.pool = pool;
        this.decoder = decoder;
        this.inbox = inbox;
        this.store = store;
        this.positions = positions;
        this.persons = persons;
    }

    @Override
    public Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        return decoder.decode(records, InteractionBatch::interactions)
                .chain(interactions -> pool.withTransaction(transaction -> store(transaction, interactions)
                        .chain(stored -> positions.write(transaction, records, stored))));
    }

    private static List<Interaction> interactions(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(ProfileEventReader::read)
                .filter(Objects::nonNull)
                .flatMap(event -> InteractionReader.read((EventResolved) event).stream())
                .toList();
    }

    private Uni<Integer> store(SqlConnection transaction, List<Interaction> interactions) {
        Set<UUID> events = distinct(interactions, Interaction::eventId);
        return interactions.isEmpty()
                ? Uni.createFrom().item(0)
                : inbox.claim(transaction, CONSUMER, events)
                        .chain(fresh -> insert(
                                transaction,
                                interactions.stream()
                                        .filter(one -> fresh.contains(one.eventId()))
                                        .toList()));
    }

    private Uni<Integer> insert(SqlConnection transaction, List<Interaction> fresh) {
        return fresh.isEmpty()
                ? Uni.createFrom().item(0)
                : persons.lock(transaction, distinct(fresh, Interaction::profileId))
                        .chain(known -> store.insert(transaction, allowed(fresh, known)));
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

    private static Set<UUID> distinct(List<Interaction> interactions, Function<Interaction, UUID> id) {
        return interactions.stream().map(id).collect(Collectors.toSet());
    }
}

package io.rapport.recommendation.interaction;

import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.platform.consumer.BatchDecoder;
import io.rapport.platform.consumer.BatchHandler;
import io.rapport.recommendation.privacy.Person;
import io.rapport.recommendation.privacy.Persons;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Once consents and merges are applied: interactions are kept for personalization alone, so those of persons who do not
 * allow it any more are deleted. Counts whom it forgot and who is erased, so that models that hold them go. Looks at how
 * things stand and not at the events, so it may be done twice.
 */
@ApplicationScoped
class WithdrawalBatch implements BatchHandler {
    private final Pool pool;
    private final BatchDecoder decoder;
    private final Persons persons;
    private final InteractionStore store;
    private final ConsumerPositions positions;

    WithdrawalBatch(
            Pool pool, BatchDecoder decoder, Persons persons, InteractionStore store, ConsumerPositions positions) {
        this.pool = pool;
        this.decoder = decoder;
        this.persons = persons;
        this.store = store;
        this.positions = positions;
    }

    @Override
    public Uni<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        return decoder.decode(records, WithdrawalBatch::touched)
                .chain(touched -> pool.withTransaction(transaction -> persons.lock(transaction, touched)
                        .chain(found -> forget(transaction, withdrawn(found.values()))
                                .map(withdrawn -> withdrawn + touched.size() - found.size()))
                        .chain(forgotten -> positions.write(transaction, records, records.size(), forgotten))));
    }

    private static Set<UUID> touched(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(ProfileEventReader::readLeniently)
                .filter(Objects::nonNull)
                .map(WithdrawalBatch::person)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> withdrawn(Collection<Person> persons) {
        return persons.stream()
                .filter(person -> !person.personalised())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private static UUID person(ProfileEvent event) {
        return event instanceof ProfilesMerged merged ? merged.survivorId() : event.profileId();
    }

    /** Says of how many of them anything was known. */
    private Uni<Integer> forget(SqlConnection transaction, Set<UUID> withdrawn) {
        Uni<Integer> count = Uni.createFrom().item(0);
        for (UUID person : withdrawn) {
            count = count.chain(sum -> store.forget(transaction, person).map(anything -> anything ? sum + 1 : sum));
        }
        return count;
    }
}

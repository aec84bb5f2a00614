package io.rapport.recommendation.privacy;

import io.rapport.events.Purpose;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.privacy.FateStore;
import io.rapport.platform.privacy.Fates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds the persons behind profile ids: merges are followed, and whoever is erased is nobody. */
@ApplicationScoped
public class Persons {
    private final FateStore fates;
    private final ConsentGate gate;

    Persons(FateStore fates, ConsentGate gate) {
        this.fates = fates;
        this.gate = gate;
    }

    /** The person of each id; an erased one is missing. */
    public Uni<Map<UUID, Person>> find(SqlClient client, Collection<UUID> ids) {
        return fates.read(client, ids).chain(known -> allowed(client, ids, known));
    }

    /**
     * The same for a transaction that will write under their ids: a late event of a merged profile comes from another
     * partition than the survivor's, so it waits for whoever merges or erases the survivor.
     */
    public Uni<Map<UUID, Person>> lock(SqlClient transaction, Collection<UUID> ids) {
        return fates.read(transaction, ids).chain(known -> {
            Set<UUID> contested = new HashSet<>();
            for (UUID id : ids) {
                UUID survivor = known.survivorOf(id);
                if (!survivor.equals(id)) {
                    contested.add(survivor);
                }
            }
            return contested.isEmpty()
                    ? allowed(transaction, ids, known)
                    : fates.lock(transaction, contested).chain(() -> find(transaction, ids));
        });
    }

    private Uni<Map<UUID, Person>> allowed(SqlClient client, Collection<UUID> ids, Fates known) {
        Map<UUID, UUID> survivors = new HashMap<>();
        for (UUID id : ids) {
            if (!known.isErased(id)) {
                survivors.put(id, known.survivorOf(id));
            }
        }
        return gate.allowed(client, new HashSet<>(survivors.values())).map(allowed -> persons(survivors, allowed));
    }

    private static Map<UUID, Person> persons(Map<UUID, UUID> survivors, Map<UUID, Set<Purpose>> allowed) {
        Map<UUID, Person> persons = new HashMap<>();
        survivors.forEach((id, survivor) ->
                persons.put(id, new Person(survivor, allowed.get(survivor).contains(Purpose.PERSONALIZATION))));
        return persons;
    }
}

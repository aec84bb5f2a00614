package io.rapport.recommendation.model;

import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.events.ProfilesUnmerged;
import io.rapport.recommendation.privacy.Person;
import io.rapport.recommendation.privacy.Persons;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the feed has met: the database is asked once, in batches, and from then on the same stream that fills the database
 * tells. Of the feed's one thread only; who was not heard of for long is asked for again.
 */
@ApplicationScoped
class KnownPersons {
    private static final int MOST = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final Persons persons;

    /** Empty: erased. */
    private final Map<UUID, Optional<Person>> known = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Optional<Person>> eldest) {
            return size() > MOST;
        }
    };

    KnownPersons(Pool pool, Persons persons) {
        this.pool = pool;
        this.persons = persons;
    }

    /** Asks for those of the events' profiles that are new. */
    void meet(List<ProfileEvent> events) {
        Set<UUID> strangers = new HashSet<>();
        for (ProfileEvent event : events) {
            strangers.add(event.profileId());
            if (event instanceof ProfilesMerged merged) {
                strangers.add(merged.survivorId());
                strangers.add(merged.loserId());
            }
            if (event instanceof ProfilesUnmerged unmerged) {
                strangers.add(unmerged.remainingId());
                strangers.add(unmerged.separatedId());
            }
        }
        strangers.removeAll(known.keySet());
        if (!strangers.isEmpty()) {
            Map<UUID, Person> met = persons.find(pool, strangers).await().atMost(PATIENCE);
            strangers.forEach(id -> known.put(id, Optional.ofNullable(met.get(id))));
        }
    }

    /** The person; null where erased. */
    @Nullable
    Person find(UUID id) {
        Person person = known.getOrDefault(id, Optional.empty()).orElse(null);
        return person == null || person.id().equals(id)
                ? person
                : known.getOrDefault(person.id(), Optional.of(person)).orElse(null);
    }

    /** Notes a decision and says whose it is. */
    UUID decide(UUID id, boolean personalised) {
        Person person = find(id);
        if (person == null) {
            return id;
        }
        Person decided = new Person(person.id(), personalised);
        known.put(id, Optional.of(decided));
        known.put(person.id(), Optional.of(decided));
        return person.id();
    }

    /**
     * Notes a merge and says who survives. Until the survivor decides anew, only what both allowed is allowed: who refused
     * under one of the two ids has not agreed by signing in.
     */
    UUID merge(UUID loser, UUID survivor) {
        Person person = find(survivor);
        if (person == null) {
            known.remove(loser);
            return survivor;
        }
        Person other = find(loser);
        Person merged = new Person(person.id(), person.personalised() && other != null && other.personalised());
        known.put(loser, Optional.of(merged));
        known.put(survivor, Optional.of(merged));
        known.put(merged.id(), Optional.of(merged));
        return merged.id();
    }

    /**
     * Notes that one person is two and says who goes on as before: what was seen of them cannot be told apart here, so the
     * caller forgets it. Both allow what they allowed together, until they decide anew.
     */
    UUID unmerge(ProfilesUnmerged unmerged) {
        UUID separated = unmerged.separatedId();
        Person together = find(unmerged.remainingId());
        boolean personalised = together != null && together.personalised();
        Optional<Person> alone = Optional.of(new Person(separated, personalised));
        known.put(separated, alone);
        unmerged.formerIds().forEach(former -> known.put(former, alone));
        return together == null ? unmerged.remainingId() : together.id();
    }

    /** Notes an erasure and says who it was. */
    UUID bury(UUID id) {
        Person person = find(id);
        UUID survivor = person == null ? id : person.id();
        known.put(id, Optional.empty());
        known.put(survivor, Optional.empty());
        return survivor;
    }
}

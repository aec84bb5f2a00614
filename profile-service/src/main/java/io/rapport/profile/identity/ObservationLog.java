package io.rapport.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch hears that was not heard before, and what of it came too late to be decided by the graph as it stands.
 *
 * <p>Late is what has something after it in time, heard already, that names or touches an identifier of the same person. Where there is
 * no such thing the graph stands as it did at that moment, and nothing that comes later in time looks at what it changes.
 */
public final class ObservationLog {
    private final Map<UUID, Moment> known;
    private final Set<UUID> stored;
    private final Map<Identifier, Moment> read;
    private final Map<Identifier, Moment> latest;
    private final Map<UUID, Observation> news = new LinkedHashMap<>();
    private final Map<UUID, Set<Identifier>> asides = new HashMap<>();
    private final Set<Identifier> late = new HashSet<>();
    private final Set<Identifier> named = new HashSet<>();

    /**
     * @param known when each of the batch's observations was heard first, for those that were
     * @param latest the last evidence of each identifier of the people in the batch
     */
    public ObservationLog(Map<UUID, Moment> known, Map<Identifier, Moment> latest) {
        this.known = new HashMap<>(known);
        this.stored = Set.copyOf(known.keySet());
        this.read = Map.copyOf(latest);
        this.latest = new HashMap<>(latest);
        this.named.addAll(latest.keySet());
    }

    /** One that nothing was heard before. */
    public static ObservationLog empty() {
        return new ObservationLog(Map.of(), Map.of());
    }

    public boolean isNews(Observation observation) {
        Moment first = known.get(observation.id());
        return first == null || observation.moment().isBefore(first);
    }

    /**
     * @param person what the observation's people go by, before or after it was taken
     * @param aside what it {@link IdentityGraph#aside touches without naming it}
     */
    public void add(Observation observation, Collection<Identifier> person, Set<Identifier> aside) {
        if (!isNews(observation)) {
            return;
        }
        List<Identifier> touched = new ArrayList<>(observation.names());
        touched.addAll(person);
        if (touched.stream()
                .map(latest::get)
                .anyMatch(last -> last != null && observation.moment().isBefore(last))) {
            late.addAll(observation.names());
        }
        known.put(observation.id(), observation.moment());
        news.put(observation.id(), observation);
        observation.names().forEach(identifier -> touch(identifier, observation.moment()));
        named.addAll(observation.names());
        if (!aside.isEmpty()) {
            aside.forEach(identifier -> touch(identifier, observation.moment()));
            asides.put(observation.id(), aside);
        }
    }

    private void touch(Identifier identifier, Moment at) {
        latest.merge(identifier, at, (a, b) -> a.isBefore(b) ? b : a);
    }

    /** To be kept, each with its earliest moment. */
    public Collection<Observation> news() {
        return news.values();
    }

    /** What the news touches without naming it, by the observation's id. */
    public Map<UUID, Set<Identifier>> asides() {
        return asides;
    }

    /** Whether it was never heard before the batch, and not only later. */
    boolean isNew(Observation observation) {
        return !stored.contains(observation.id());
    }

    /** Identifiers whose components have to be resolved again. */
    public Set<Identifier> late() {
        return late;
    }

    /** Whether evidence of that moment is later than all that was read of the identifier. */
    boolean isAfterWhatWasRead(Identifier identifier, Moment moment) {
        Moment last = read.get(identifier);
        return last == null || last.isBefore(moment);
    }

    /** Whether any evidence named it before. */
    public boolean wasNamed(Identifier identifier) {
        return named.contains(identifier);
    }
}

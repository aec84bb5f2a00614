package io.rapport.profile.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of the identity graph that a batch of events can touch, in memory. Rules after Segment Unify's identity
 * resolution: an event's identifiers are one person unless that would break a limit (one userId to a profile), and then the
 * weaker identifier is left out of the event and stays where it is. So a second user on a shared tablet gets a profile of
 * their own, and the tablet's anonymousId stays with the first.
 */
public final class IdentityGraph {
    private final IdentityRules rules;
    private final Supplier<UUID> newIds;
    private final Map<UUID, Person> people = new HashMap<>();
    private final Map<Identifier, Person> owners = new HashMap<>();
    private final Map<Identifier, Tie> stored = new HashMap<>();
    private final Set<Identifier> touched = new HashSet<>();
    private final Map<Identifier, UUID> homes = new HashMap<>();
    private CannotLinks apart = new CannotLinks();

    /** @param newIds ids for profiles that are met for the first time */
    public IdentityGraph(IdentityRules rules, Supplier<UUID> newIds) {
        this.rules = rules;
        this.newIds = newIds;
    }

    /** Takes in a stored profile. */
    public void know(UUID profile, Instant since) {
        people.put(profile, new Person(profile, since));
    }

    /** Takes in a stored link of a profile that is known already. */
    public void know(UUID profile, Identifier identifier, Link link) {
        Person person = people.get(profile);
        person.links.put(identifier, link);
        owners.put(identifier, person);
        stored.put(identifier, new Tie(identifier, profile, link));
    }

    /** Takes in what an operator said of who is not who. */
    public void keepApart(CannotLinks links) {
        apart = links;
    }

    public @Nullable UUID owner(Identifier identifier) {
        Person person = owners.get(identifier);
        return person == null ? null : person.id;
    }

    /** Whether the profile is a customer whom the shop knows. */
    public boolean isUser(UUID profile) {
        Person person = people.get(profile);
        return person != null && person.isUser();
    }

    public Collection<Identifier> identifiers(UUID profile) {
        Person person = people.get(profile);
        return person == null ? List.of() : person.links.keySet();
    }

    /** Decides whose event it is. Changes nothing until the decision is {@link #apply applied}. */
    public Resolution resolve(Sighting sighting) {
        Person settled = settled(sighting);
        return settled == null ? decide(sighting) : Resolution.settled(settled.id);
    }

    /** The one person that all of it is tied to already, as nearly every event's identifiers are; null: there is news. */
    private @Nullable Person settled(Sighting sighting) {
        Person owner = sighting.previousId() == null
                ? owners.get(sighting.identifiers().get(0))
                : null;
        for (Identifier identifier : sighting.identifiers()) {
            Link link = owner == null ? null : owner.links.get(identifier);
            if (link == null || (identifier.type().isContact() && !link.trust().atLeast(sighting.trust()))) {
                return null;
            }
        }
        return owner;
    }

    /**
     * Whose an event is that repeats what was heard already: its strongest identifier's. Where nobody has any of it any more,
     * as of an address that somebody else proved to be theirs, it is nobody's whom anything is tied to.
     */
    public Resolution recall(Sighting sighting) {
        return sighting.identifiers().stream()
                .sorted(rules.strongestFirst())
                .map(owners::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(owner -> Resolution.settled(owner.id))
                .orElseGet(() -> Resolution.apart(newIds.get()));
    }

    private Resolution decide(Sighting sighting) {
        Group group = new Group(rules, apart, sighting.trust(), sighting.at());
        boolean strongest = true;
        List<Identifier> ordered =
                sighting.identifiers().stream().sorted(rules.strongestFirst()).toList();
        for (Identifier identifier : ordered) {
            group.take(identifier, owners.get(identifier));
            if (strongest && sighting.previousId() != null) {
                takePrevious(group, sighting.previousId());
            }
            strongest = false;
        }
        return group.resolution(newIds);
    }

    /** What was no userId before is an anonymousId; which it was is not known until its own events have come. */
    private void takePrevious(Group group, String previousId) {
        Identifier userId = new Identifier(IdentifierType.USER_ID, previousId);
        Identifier anonymousId = new Identifier(IdentifierType.ANONYMOUS_ID, previousId);
        group.takePrevious(userId, owners.get(userId));
        if (!owners.containsKey(userId)) {
            group.take(anonymousId, owners.get(anonymousId));
        }
    }

    /** An operator's word that two profiles are one person; it overrules every limit. */
    public Resolution merge(UUID survivor, UUID loser, Instant at) {
        Group group = new Group(rules, new CannotLinks(), Trust.SERVER, at);
        group.start(people.get(survivor));
        group.join(people.get(loser));
        return group.resolution(newIds);
    }

    /**
     * An operator's word, as part of what a component is resolved from. What another user turned out to have had before is
     * the kept one's from then on; the two users are not fused, which nobody said.
     *
     * @return what it {@link #aside touches without naming it}
     */
    Set<Identifier> take(MustLink link) {
        Person kept = orMet(link.kept(), link);
        Person joined = orMet(link.joined(), link);
        Instant at = link.moment().at();
        boolean isUsers = kept.isUser() && joined.isUser() && link.joined().type() != IdentifierType.USER_ID;
        if (isUsers && kept != joined) {
            Set<Identifier> aside = Set.copyOf(joined.links.keySet());
            tie(kept, link.joined(), new Link(at, link.trust(), false));
            return aside;
        } else if (kept != joined) {
            apply(merge(kept.id, joined.id, at), at);
        }
        return Set.of();
    }

    private Person orMet(Identifier identifier, MustLink by) {
        Person owner = owners.get(identifier);
        if (owner == null) {
            Instant at = by.moment().at();
            owner = new Person(newIds.get(), at);
            people.put(owner.id, owner);
            tie(owner, identifier, new Link(at, by.trust(), false));
        }
        return owner;
    }

    /** All of the people that an event names somebody of, and what they go by. */
    public Set<Identifier> around(Sighting sighting) {
        Set<Identifier> found = new HashSet<>();
        sighting.lookups().stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(owner -> found.addAll(owner.links.keySet()));
        return found;
    }

    /**
     * What the decision touches though its event does not name it: all that the people go by from whom it takes something, and
     * what it sets free. What is said of those, and came later, would have been decided otherwise before it.
     */
    public Set<Identifier> aside(Resolution resolution) {
        Set<Identifier> aside = new HashSet<>(resolution.released());
        resolution.linked().keySet().stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .forEach(loser -> aside.addAll(loser.links.keySet()));
        return aside;
    }

    List<SortedMap<Identifier, Link>> parts() {
        return people.values().stream()
                .<SortedMap<Identifier, Link>>map(person -> new TreeMap<>(person.links))
                .toList();
    }

    public void apply(Resolution resolution, Instant at) {
        Person person = people.computeIfAbsent(resolution.profile(), id -> new Person(id, at));
        resolution.released().forEach(this::release);
        resolution.merged().forEach(loser -> absorb(person, loser));
        resolution.linked().forEach((identifier, link) -> tie(person, identifier, link));
        resolution
                .aliased()
                .forEach(identifier ->
                        tie(person, identifier, person.links.get(identifier).asAlias()));
        resolution.confirmed().forEach((identifier, link) -> tie(person, identifier, link));
    }

    private void release(Identifier identifier) {
        touched.add(identifier);
        Person owner = owners.remove(identifier);
        if (owner != null) {
            owner.links.remove(identifier);
        }
    }

    private void absorb(Person survivor, UUID loser) {
        Person gone = people.remove(loser);
        new HashMap<>(gone.links).forEach((identifier, link) -> tie(survivor, identifier, link));
    }

    private void tie(Person person, Identifier identifier, Link link) {
        release(identifier);
        if (!stored.containsKey(identifier)) {
            homes.putIfAbsent(identifier, person.id);
        }
        person.links.put(identifier, link);
        owners.put(identifier, person);
    }

    /** What has to be written: how the graph differs from what was taken in. */
    public GraphChanges changes() {
        GraphChanges changes = new GraphChanges();
        touched.stream().sorted().forEach(identifier -> changes.add(stored.get(identifier), tie(identifier)));
        return changes;
    }

    private @Nullable Tie tie(Identifier identifier) {
        Person owner = owners.get(identifier);
        return owner == null
                ? null
                : new Tie(
                        identifier,
                        owner.id,
                        Objects.requireNonNull(owner.links.get(identifier)),
                        homes.get(identifier));
    }
}

package io.rapport.profile.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The person that forms as an event's identifiers are taken one by one, strongest first. An identifier that would break a
 * rule is left out, and the weaker ones still get their turn; so the userId always wins.
 */
final class Group {
    private final IdentityRules rules;
    private final CannotLinks apart;
    private final Trust trust;
    private final Instant at;
    private final List<Person> people = new ArrayList<>();
    private final Map<Identifier, Link> linked = new LinkedHashMap<>();
    private final List<Identifier> aliased = new ArrayList<>();
    private final Map<Identifier, Link> confirmed = new HashMap<>();
    private final Map<Identifier, Refusal> refused = new HashMap<>();

    Group(IdentityRules rules, CannotLinks apart, Trust trust, Instant at) {
        this.apart = apart;
        this.rules = rules;
        this.trust = trust;
        this.at = at;
    }

    void take(Identifier identifier, @Nullable Person owner) {
        if (owner != null && people.contains(owner)) {
            confirm(identifier, owner);
            return;
        }
        Refusal refusal = refusal(identifier, owner);
        if (refusal == null) {
            admit(identifier, owner);
        } else if (refusal == Refusal.OTHER_USER && mayTakeOver(identifier, owner)) {
            link(identifier, false);
        } else {
            refused.put(identifier, refusal);
        }
    }

    private void admit(Identifier identifier, @Nullable Person owner) {
        if (owner == null) {
            link(identifier, false);
        } else {
            people.add(owner);
            confirm(identifier, owner);
        }
    }

    /** The userId that a user had before; only the shop's back end may say so of two users. */
    void takePrevious(Identifier userId, @Nullable Person owner) {
        if (isKeptApart(userId, owner)) {
            refused.put(userId, Refusal.CANNOT_LINK);
        } else if (owner == null) {
            if (trust == Trust.SERVER) {
                link(userId, true);
            }
        } else if (!people.contains(owner)) {
            if (trust == Trust.SERVER) {
                join(owner);
            } else {
                refused.put(userId, Refusal.NEEDS_PROOF);
            }
        }
    }

    /** Takes in a profile whatever the limits say: an alias, or an operator's word. Its userIds become former ones. */
    void join(Person owner) {
        owner.links.keySet().stream()
                .filter(identifier -> identifier.type() == IdentifierType.USER_ID && isUser())
                .forEach(aliased::add);
        people.add(owner);
    }

    void start(Person person) {
        people.add(person);
    }

    private void link(Identifier identifier, boolean alias) {
        linked.put(identifier, new Link(at, trust, alias));
    }

    private void confirm(Identifier identifier, Person owner) {
        Link link = owner.links.get(identifier);
        if (identifier.type().isContact() && link != null && link.trust().compareTo(trust) < 0) {
            confirmed.put(identifier, link.trusted(trust));
        }
    }

    private @Nullable Refusal refusal(Identifier identifier, @Nullable Person owner) {
        if (needsProof(identifier)) {
            return Refusal.NEEDS_PROOF;
        }
        if (isKeptApart(identifier, owner)) {
            return Refusal.CANNOT_LINK;
        }
        if (owner == null) {
            return count(identifier.type(), Stream.empty())
                            >= rules.of(identifier.type()).limit()
                    ? Refusal.LIMIT
                    : null;
        }
        if (people.isEmpty() && linked.isEmpty()) {
            // A profile is never too large for itself: an operator's merge may go beyond the limits.
            return null;
        }
        if (isUser() && owner.isUser()) {
            return Refusal.OTHER_USER;
        }
        return Arrays.stream(IdentifierType.values()).anyMatch(type -> isTooMany(type, owner)) ? Refusal.LIMIT : null;
    }

    private boolean isKeptApart(Identifier identifier, @Nullable Person owner) {
        if (owner != null && people.contains(owner)) {
            return false;
        }
        Set<Identifier> mine = new HashSet<>(linked.keySet());
        people.forEach(person -> mine.addAll(person.links.keySet()));
        return apart.between(mine, owner == null ? Set.of(identifier) : owner.links.keySet());
    }

    /** The public may not add to the addresses that a user has: the next message would go to a stranger. */
    private boolean needsProof(Identifier identifier) {
        return trust == Trust.PUBLIC && identifier.type().isContact() && isUser() && has(identifier.type());
    }

    /** What somebody claimed for another user without the back end's word goes to the user for whom the back end gives it. */
    private boolean mayTakeOver(Identifier identifier, @Nullable Person owner) {
        Link link = owner == null ? null : owner.links.get(identifier);
        return trust == Trust.SERVER && identifier.type().isContact() && link != null && link.trust() != Trust.SERVER;
    }

    private boolean isTooMany(IdentifierType type, Person more) {
        return count(type, more.counted(type, rules, at)) > rules.of(type).limit();
    }

    private long count(IdentifierType type, Stream<Identifier> more) {
        Stream<Identifier> mine = people.stream().flatMap(person -> person.counted(type, rules, at));
        Stream<Identifier> fresh = linked.entrySet().stream()
                .filter(link -> link.getKey().type() == type && !link.getValue().alias())
                .map(Map.Entry::getKey);
        return Stream.of(mine, fresh, more).flatMap(each -> each).distinct().count();
    }

    private boolean isUser() {
        return has(IdentifierType.USER_ID);
    }

    private boolean has(IdentifierType type) {
        return people.stream().anyMatch(person -> person.has(type))
                || linked.keySet().stream().anyMatch(identifier -> identifier.type() == type);
    }

    Resolution resolution(Supplier<UUID> newIds) {
        if (people.isEmpty()) {
            return new Resolution(newIds.get(), true, linked, List.of(), List.of(), List.of(), Map.of(), refused);
        }
        retireFormerUserIds();
        Person survivor = survivor();
        List<Person> losers =
                people.stream().filter(person -> person != survivor).toList();
        return new Resolution(
                survivor.id,
                false,
                linked,
                losers.stream().map(person -> person.id).toList(),
                aliased,
                released(survivor, losers),
                confirmed,
                refused);
    }

    /** A new userId on a profile that had one (which only an alias brings together) takes the old one's place. */
    private void retireFormerUserIds() {
        boolean hasNew = linked.entrySet().stream()
                .anyMatch(link -> link.getKey().type() == IdentifierType.USER_ID
                        && !link.getValue().alias());
        if (hasNew) {
            people.stream()
                    .flatMap(person -> person.counted(IdentifierType.USER_ID, rules, at))
                    .filter(userId -> !aliased.contains(userId))
                    .forEach(aliased::add);
        }
    }

    private Person survivor() {
        return people.stream()
                .filter(Person::isUser)
                .findFirst()
                .orElseGet(() -> Collections.min(
                        people,
                        Comparator.comparing((Person person) -> person.since).thenComparing(person -> person.id)));
    }

    private List<Identifier> released(Person survivor, List<Person> losers) {
        if (trust == Trust.SERVER || !survivor.isUser()) {
            return List.of();
        }
        return losers.stream()
                .flatMap(loser -> loser.links.entrySet().stream())
                .filter(link ->
                        link.getKey().type().isContact() && link.getValue().trust() == Trust.PUBLIC)
                .map(Map.Entry::getKey)
                .filter(contact -> survivor.has(contact.type()))
                .toList();
    }
}

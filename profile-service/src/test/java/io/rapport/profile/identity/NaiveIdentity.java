package io.rapport.profile.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of identity told once more and plainly, over a list of people: what the resolver is compared with. */
final class NaiveIdentity {
    private record Mark(Instant since, int trust, boolean former) {}

    private final IdentityRules rules;
    private final List<Set<Identifier>> apart;
    private final List<Map<Identifier, Mark>> people = new ArrayList<>();

    NaiveIdentity(IdentityRules rules, List<Set<Identifier>> apart) {
        this.rules = rules;
        this.apart = apart;
    }

    private Map<Identifier, Mark> ownerOf(Identifier identifier) {
        return people.stream()
                .filter(person -> person.containsKey(identifier))
                .findFirst()
                .orElse(null);
    }

    private static boolean isUser(List<Map<Identifier, Mark>> group) {
        return group.stream().anyMatch(person -> has(person, IdentifierType.USER_ID));
    }

    private static boolean has(Map<Identifier, Mark> person, IdentifierType type) {
        return person.keySet().stream().anyMatch(each -> each.type() == type);
    }

    private boolean forbidden(List<Map<Identifier, Mark>> group, Set<Identifier> others) {
        Set<Identifier> mine = new HashSet<>();
        group.forEach(person -> mine.addAll(person.keySet()));
        return apart.stream().anyMatch(pair -> {
            List<Identifier> two = List.copyOf(pair);
            return (mine.contains(two.get(0)) && others.contains(two.get(1)))
                    || (mine.contains(two.get(1)) && others.contains(two.get(0)));
        });
    }

    private long count(List<Map<Identifier, Mark>> group, IdentifierType type, Instant at) {
        Duration window = rules.of(type).window();
        Set<Identifier> counted = new HashSet<>();
        group.forEach(person -> person.forEach((identifier, mark) -> {
            boolean isNear =
                    window == null || Duration.between(mark.since(), at).abs().compareTo(window) < 0;
            if (identifier.type() == type && !mark.former() && isNear) {
                counted.add(identifier);
            }
        }));
        return counted.size();
    }

    void see(Sighting sighting) {
        Instant at = sighting.at();
        int trust = sighting.trust().ordinal();
        List<Map<Identifier, Mark>> group = new ArrayList<>();
        Map<Identifier, Mark> fresh = new LinkedHashMap<>();
        group.add(fresh);
        Set<Identifier> takenOver = new HashSet<>();
        Set<Identifier> former = new HashSet<>();
        Map<Map<Identifier, Mark>, Set<Identifier>> confirmed = new java.util.IdentityHashMap<>();
        List<Identifier> ordered =
                sighting.identifiers().stream().sorted(rules.strongestFirst()).toList();
        for (int i = 0; i < ordered.size(); i++) {
            take(ordered.get(i), at, trust, group, fresh, takenOver, confirmed);
            if (i == 0 && sighting.previousId() != null) {
                Identifier before = new Identifier(IdentifierType.USER_ID, sighting.previousId());
                Map<Identifier, Mark> owner = ownerOf(before);
                boolean isIn = owner != null && contains(group, owner);
                if (!isIn && forbidden(group, owner == null ? Set.of(before) : owner.keySet())) {
                    // an operator said no
                } else if (owner == null && trust == 2) {
                    fresh.put(before, new Mark(at, trust, true));
                } else if (owner != null && !isIn && trust == 2) {
                    if (isUser(group)) {
                        owner.keySet().stream()
                                .filter(each -> each.type() == IdentifierType.USER_ID)
                                .forEach(former::add);
                    }
                    group.add(owner);
                }
                if (owner == null) {
                    Identifier browser = new Identifier(IdentifierType.ANONYMOUS_ID, sighting.previousId());
                    take(browser, at, trust, group, fresh, takenOver, confirmed);
                }
            }
        }
        finish(at, trust, group, fresh, takenOver, former, confirmed);
    }

    private static boolean contains(List<Map<Identifier, Mark>> group, Map<Identifier, Mark> person) {
        return group.stream().anyMatch(each -> each == person);
    }

    private void take(
            Identifier identifier,
            Instant at,
            int trust,
            List<Map<Identifier, Mark>> group,
            Map<Identifier, Mark> fresh,
            Set<Identifier> takenOver,
            Map<Map<Identifier, Mark>, Set<Identifier>> confirmed) {
        Map<Identifier, Mark> owner = ownerOf(identifier);
        boolean isContact = identifier.type().isContact();
        if (owner != null && contains(group, owner)) {
            confirmed.computeIfAbsent(owner, each -> new HashSet<>()).add(identifier);
            return;
        }
        boolean hasOne = group.stream().anyMatch(person -> has(person, identifier.type()));
        if (trust == 0 && isContact && isUser(group) && hasOne) {
            return;
        }
        if (forbidden(group, owner == null ? Set.of(identifier) : owner.keySet())) {
            return;
        }
        boolean isFirst = group.size() == 1 && fresh.isEmpty();
        if (owner == null) {
            if (count(group, identifier.type(), at)
                    < rules.of(identifier.type()).limit()) {
                fresh.put(identifier, new Mark(at, trust, false));
            }
        } else if (!isFirst && isUser(group) && isUser(List.of(owner))) {
            if (trust == 2 && isContact && owner.get(identifier).trust() < 2) {
                takenOver.add(identifier);
                fresh.put(identifier, new Mark(at, trust, false));
            }
        } else {
            List<Map<Identifier, Mark>> all = new ArrayList<>(group);
            all.add(owner);
            boolean fits = isFirst
                    || rules.types().entrySet().stream()
                            .allMatch(rule -> count(all, rule.getKey(), at)
                                    <= rule.getValue().limit());
            if (fits) {
                group.add(owner);
                confirmed.computeIfAbsent(owner, each -> new HashSet<>()).add(identifier);
            }
        }
    }

    private void finish(
            Instant at,
            int trust,
            List<Map<Identifier, Mark>> group,
            Map<Identifier, Mark> fresh,
            Set<Identifier> takenOver,
            Set<Identifier> former,
            Map<Map<Identifier, Mark>, Set<Identifier>> confirmed) {
        group.remove(0);
        if (group.isEmpty()) {
            free(takenOver);
            people.add(fresh);
            return;
        }
        boolean hasNewUser = fresh.entrySet().stream()
                .anyMatch(each -> each.getKey().type() == IdentifierType.USER_ID
                        && !each.getValue().former());
        if (hasNewUser) {
            group.forEach(person -> person.keySet().stream()
                    .filter(each -> each.type() == IdentifierType.USER_ID)
                    .forEach(former::add));
        }
        Map<Identifier, Mark> survivor = group.stream()
                .filter(person -> has(person, IdentifierType.USER_ID))
                .findFirst()
                .orElse(group.get(0));
        boolean guarded = trust < 2 && has(survivor, IdentifierType.USER_ID);
        confirmed.forEach((person, identifiers) -> identifiers.forEach(identifier -> {
            if (identifier.type().isContact()) {
                person.computeIfPresent(
                        identifier,
                        (same, mark) -> new Mark(mark.since(), Math.max(mark.trust(), trust), mark.former()));
            }
        }));
        Set<IdentifierType> own =
                survivor.keySet().stream().map(Identifier::type).collect(Collectors.toSet());
        free(takenOver);
        for (Map<Identifier, Mark> loser : group) {
            if (loser != survivor) {
                people.removeIf(person -> person == loser);
                loser.forEach((identifier, mark) -> {
                    boolean goes = guarded
                            && identifier.type().isContact()
                            && mark.trust() == 0
                            && own.contains(identifier.type());
                    if (!goes) {
                        survivor.put(identifier, mark);
                    }
                });
            }
        }
        survivor.putAll(fresh);
        former.forEach(userId ->
                survivor.computeIfPresent(userId, (same, mark) -> new Mark(mark.since(), mark.trust(), true)));
    }

    private void free(Set<Identifier> takenOver) {
        takenOver.forEach(identifier -> people.forEach(person -> person.remove(identifier)));
    }

    /** Who is who, for a message that a person reads. */
    Set<Set<Identifier>> parts() {
        return people.stream()
                .filter(person -> !person.isEmpty())
                .map(person -> (Set<Identifier>) new HashSet<>(person.keySet()))
                .collect(Collectors.toSet());
    }
}

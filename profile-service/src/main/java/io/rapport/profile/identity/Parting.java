package io.rapport.profile.identity;

import io.rapport.profile.identity.SeenLink.Kind;
import io.rapport.profile.identity.SeenLink.Pair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what one profile goes by is split in two. What is taken out takes along what hangs on it alone: what no chain of links
 * ties to the strongest of the rest without it.
 *
 * @param staying of the profile that goes on
 * @param separated of the one that stands for itself from now on
 */
public record Parting(List<Tie> staying, List<Tie> separated) {
    private static final Comparator<Tie> BY_STRENGTH = Comparator.comparing(Tie::identifier);

    public Parting {
        staying = staying.stream().sorted(BY_STRENGTH).toList();
        separated = separated.stream().sorted(BY_STRENGTH).toList();
    }

    /** Empty where nothing would be taken out, or nothing would be left. */
    public static Optional<Parting> of(Collection<Tie> ties, Collection<Pair> links, Set<Identifier> takenOut) {
        Set<Identifier> rest = ties.stream().map(Tie::identifier).collect(Collectors.toCollection(HashSet::new));
        if (takenOut.isEmpty() || !rest.removeAll(takenOut) || rest.isEmpty()) {
            return Optional.empty();
        }
        Map<Identifier, Set<Identifier>> neighbours = neighbours(links);
        Set<Identifier> held = reach(Set.of(Collections.min(rest)), neighbours, rest::contains);
        Set<Identifier> taken = reach(takenOut, neighbours, each -> rest.contains(each) && !held.contains(each));
        return Optional.of(new Parting(
                ties.stream().filter(tie -> !taken.contains(tie.identifier())).toList(),
                ties.stream().filter(tie -> taken.contains(tie.identifier())).toList()));
    }

    private static Map<Identifier, Set<Identifier>> neighbours(Collection<Pair> links) {
        Map<Identifier, Set<Identifier>> neighbours = new HashMap<>();
        links.forEach(link -> {
            neighbours.computeIfAbsent(link.left(), left -> new HashSet<>()).add(link.right());
            neighbours.computeIfAbsent(link.right(), right -> new HashSet<>()).add(link.left());
        });
        return neighbours;
    }

    private static Set<Identifier> reach(
            Set<Identifier> from, Map<Identifier, Set<Identifier>> neighbours, Predicate<Identifier> within) {
        Set<Identifier> reached = new HashSet<>(from);
        Deque<Identifier> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            neighbours.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(within)
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    /** Every identifier of the one with every one of the other, so that whatever is named of the two tells them apart. */
    public List<Pair> cannotLinks() {
        return staying.stream()
                .flatMap(one ->
                        separated.stream().map(other -> Pair.of(one.identifier(), other.identifier(), Kind.OPERATOR)))
                .distinct()
                .toList();
    }

    /** Each of the two is one person, as the operator saw it, also where what tied it together named the other one. */
    public List<MustLink> mustLinks(Moment moment) {
        return Stream.of(staying, separated)
                .flatMap(part -> part.stream()
                        .skip(1)
                        .map(tie -> MustLink.of(part.get(0).identifier(), tie.identifier(), moment)))
                .toList();
    }

    /** What has to be written once the separated part is another profile's. */
    public GraphChanges changes(UUID profile) {
        GraphChanges changes = new GraphChanges();
        Map<Identifier, Tie> after = new HashMap<>();
        withPresentUser(staying).forEach(tie -> after.put(tie.identifier(), tie));
        withPresentUser(separated).forEach(tie -> after.put(tie.identifier(), tie.to(profile)));
        Stream.concat(staying.stream(), separated.stream())
                .sorted(BY_STRENGTH)
                .forEach(before -> changes.add(before, after.get(before.identifier())));
        return changes;
    }

    /** Where only former userIds are left, the latest of them is the present one. */
    private static List<Tie> withPresentUser(List<Tie> ties) {
        List<Tie> userIds = ties.stream()
                .filter(tie -> tie.identifier().type() == IdentifierType.USER_ID)
                .toList();
        if (userIds.stream().anyMatch(tie -> !tie.link().alias())) {
            return ties;
        }
        List<Tie> settled = new ArrayList<>(ties);
        userIds.stream()
                .max(Comparator.comparing((Tie tie) -> tie.link().since()).thenComparing(Tie::identifier))
                .ifPresent(latest -> settled.set(settled.indexOf(latest), latest.present()));
        return settled;
    }
}

package io.rapport.profile.identity;

import io.rapport.profile.identity.RandomSightings.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes batches as the intake does, with maps for tables. */
final class KnownWorld {
    private final IdentityRules rules;
    private final CannotLinks apart;
    private final Map<UUID, Evidence> evidence = new HashMap<>();
    private final Map<UUID, Set<Identifier>> asides = new HashMap<>();
    private final Map<Identifier, Tie> ties = new HashMap<>();
    private int resolvedAgain;

    KnownWorld(IdentityRules rules, CannotLinks apart) {
        this.rules = rules;
        this.apart = apart;
    }

    void take(List<Sent> batch) {
        IdentityGraph graph = graph();
        ObservationLog log = new ObservationLog(known(), latest());
        for (Sent sent : batch) {
            Observation seen = Observation.of(sent.sighting(), sent.messageId());
            if (log.isNews(seen)) {
                Set<Identifier> around = graph.around(sent.sighting());
                Resolution resolution = graph.resolve(sent.sighting());
                log.add(seen, around, graph.aside(resolution));
                graph.apply(resolution, sent.sighting().at());
            } else {
                assert graph.recall(sent.sighting()).changesNothing();
            }
        }
        log.news().forEach(each -> evidence.put(each.id(), each));
        keep(log.asides());
        write(graph.changes());
        resolve(log.late());
    }

    void take(MustLink link) {
        evidence.put(link.id(), link);
        resolve(Set.copyOf(link.names()));
    }

    private IdentityGraph graph() {
        IdentityGraph graph = new IdentityGraph(rules, UUID::randomUUID);
        graph.keepApart(apart);
        ties.values().stream().map(Tie::profile).distinct().forEach(id -> graph.know(id, RandomSightings.NOON));
        ties.values().forEach(tie -> graph.know(tie.profile(), tie.identifier(), tie.link()));
        return graph;
    }

    private void write(GraphChanges changes) {
        changes.inserted().forEach(tie -> ties.put(tie.identifier(), tie));
        changes.updated().forEach(tie -> ties.put(tie.identifier(), tie));
        changes.deleted().forEach(ties::remove);
    }

    private Map<UUID, Moment> known() {
        return evidence.values().stream().collect(Collectors.toMap(Evidence::id, Evidence::moment));
    }

    private Map<Identifier, Moment> latest() {
        Map<Identifier, Moment> latest = new HashMap<>();
        evidence.values()
                .forEach(each -> touched(each)
                        .forEach(name -> latest.merge(name, each.moment(), (a, b) -> a.isBefore(b) ? b : a)));
        return latest;
    }

    private Stream<Identifier> touched(Evidence each) {
        return Stream.concat(each.names().stream(), asides.getOrDefault(each.id(), Set.of()).stream());
    }

    private void keep(Map<UUID, Set<Identifier>> more) {
        more.forEach((id, aside) ->
                asides.computeIfAbsent(id, none -> new HashSet<>()).addAll(aside));
    }

    private void resolve(Set<Identifier> late) {
        if (late.isEmpty()) {
            return;
        }
        resolvedAgain++;
        Collection<Evidence> component = component(late);
        component.forEach(each -> each.names().forEach(ties::remove));
        Partition partition = new Resolver(rules).resolve(component, apart);
        keep(partition.asides());
        partition.parts().forEach(part -> {
            UUID id = UUID.randomUUID();
            part.forEach((identifier, link) -> ties.put(identifier, new Tie(identifier, id, link)));
        });
    }

    private Collection<Evidence> component(Set<Identifier> from) {
        Set<Identifier> reached = new HashSet<>(from);
        List<Evidence> found = new ArrayList<>();
        boolean grows = true;
        while (grows) {
            found = evidence.values().stream()
                    .filter(each -> each.names().stream().anyMatch(reached::contains))
                    .toList();
            grows = false;
            for (Evidence each : found) {
                grows |= reached.addAll(each.names());
            }
        }
        return found;
    }

    Map<Identifier, Link> links() {
        Map<Identifier, Link> links = new HashMap<>();
        ties.forEach((identifier, tie) -> links.put(identifier, tie.link()));
        return links;
    }

    Set<Set<Identifier>> parts() {
        Map<UUID, Set<Identifier>> parts = new HashMap<>();
        ties.values()
                .forEach(tie -> parts.computeIfAbsent(tie.profile(), id -> new HashSet<>())
                        .add(tie.identifier()));
        return new HashSet<>(parts.values());
    }

    int resolvedAgain() {
        return resolvedAgain;
    }

    Collection<Evidence> evidence() {
        return evidence.values();
    }
}

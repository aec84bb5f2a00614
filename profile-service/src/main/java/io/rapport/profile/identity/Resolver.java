package io.rapport.profile.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Resolves a component from all that is known of it: the evidence is taken in the order of time through the same rules as
 * events are on their way in, so the outcome is a function of the set of evidence, whatever the order of arrival was.
 */
public final class Resolver {
    private final IdentityRules rules;

    public Resolver(IdentityRules rules) {
        this.rules = rules;
    }

    public Partition resolve(Collection<? extends Evidence> evidence, CannotLinks apart) {
        AtomicLong ids = new AtomicLong();
        IdentityGraph graph = new IdentityGraph(rules, () -> new UUID(0, ids.incrementAndGet()));
        graph.keepApart(apart);
        List<? extends Evidence> ordered =
                evidence.stream().sorted(Evidence.BY_TIME).toList();
        Map<UUID, Set<Identifier>> asides = new HashMap<>();
        ordered.forEach(each -> {
            Set<Identifier> aside = take(graph, each);
            if (!aside.isEmpty()) {
                asides.put(each.id(), aside);
            }
        });
        return new Partition(graph.parts(), asides);
    }

    private static Set<Identifier> take(IdentityGraph graph, Evidence evidence) {
        if (evidence instanceof MustLink link) {
            return graph.take(link);
        }
        Sighting sighting = ((Observation) evidence).sighting();
        Resolution resolution = graph.resolve(sighting);
        Set<Identifier> aside = graph.aside(resolution);
        graph.apply(resolution, sighting.at());
        return aside;
    }
}

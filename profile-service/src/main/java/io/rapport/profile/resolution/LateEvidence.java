package io.rapport.profile.resolution;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.profile.identity.CannotLinkStore;
import io.rapport.profile.identity.CannotLinks;
import io.rapport.profile.identity.Evidence;
import io.rapport.profile.identity.EvidenceStore;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentityRules;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.Partition;
import io.rapport.profile.identity.Resolver;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.profile.ProfileStore;
import io.rapport.profile.profile.Rearrangement;
import io.rapport.profile.profile.Rearrangement.Changed;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Resolves the components of what came late. It needs the locks of all the people in them, while some are held already: it
 * never waits for one, or two that do so would wait for each other, but begins anew with all of them ({@link NeedsLocks}).
 */
@ApplicationScoped
public class LateEvidence {
    /** Beyond it a component is left as it is: a value that stands for everybody must not stop the intake. */
    static final int MOST = 5_000;

    private final Resolver resolver;
    private final EvidenceStore evidence;
    private final IdentityStore identities;
    private final CannotLinkStore cannotLinks;
    private final ProfileStore profiles;
    private final Rearrangement rearrangement;
    private final MeterRegistry metrics;

    LateEvidence(
            IdentityRules rules,
            EvidenceStore evidence,
            IdentityStore identities,
            CannotLinkStore cannotLinks,
            ProfileStore profiles,
            Rearrangement rearrangement,
            MeterRegistry metrics) {
        this.resolver = new Resolver(rules);
        this.evidence = evidence;
        this.identities = identities;
        this.cannotLinks = cannotLinks;
        this.profiles = profiles;
        this.rearrangement = rearrangement;
        this.metrics = metrics;
    }

    /** To be called with everything else of the transaction written, but for memberships. */
    public Uni<Changed> resolve(SqlConnection transaction, Set<Identifier> late) {
        return late.isEmpty()
                ? Uni.createFrom().item(Changed.NOTHING)
                : evidence.component(transaction, late, MOST).chain(component -> lock(transaction, late, component));
    }

    private Uni<Changed> lock(SqlConnection transaction, Set<Identifier> late, List<Evidence> component) {
        if (component.size() >= MOST) {
            count("too-large");
            return Uni.createFrom().item(Changed.NOTHING);
        }
        return identities
                .owners(transaction, names(component))
                .map(owners -> Set.copyOf(owners.values()))
                .chain(owners -> profiles.lockFree(transaction, owners).chain(locked -> {
                    if (!locked.equals(owners)) {
                        throw new NeedsLocks(owners);
                    }
                    return locked(transaction, late, owners);
                }));
    }

    /** Read again, for it may have grown before the locks were held. */
    private Uni<Changed> locked(SqlConnection transaction, Set<Identifier> late, Set<UUID> owners) {
        return Uni.combine()
                .all()
                .unis(evidence.component(transaction, late, MOST), identities.ties(transaction, owners))
                .asTuple()
                .chain(read -> {
                    Set<Identifier> names = names(read.getItem1());
                    return Uni.combine()
                            .all()
                            .unis(identities.owners(transaction, names), cannotLinks.find(transaction, owners, names))
                            .asTuple()
                            .chain(also -> {
                                if (!owners.containsAll(also.getItem1().values())) {
                                    throw new NeedsLocks(also.getItem1().values());
                                }
                                return rearrange(transaction, read.getItem1(), read.getItem2(), also.getItem2());
                            });
                });
    }

    /** Where something is tied that nothing is known of, all stays as it is. */
    private Uni<Changed> rearrange(
            SqlConnection transaction, List<Evidence> component, List<Tie> ties, CannotLinks apart) {
        if (!names(component).containsAll(ties.stream().map(Tie::identifier).toList())) {
            count("incomplete");
            return Uni.createFrom().item(Changed.NOTHING);
        }
        Partition partition = resolver.resolve(component, apart);
        return evidence.touch(transaction, partition.asides())
                .chain(() -> rearrangement.make(transaction, partition, ties))
                .invoke(changed -> count(changed == Changed.NOTHING ? "same" : "changed"));
    }

    private static Set<Identifier> names(Collection<Evidence> component) {
        Set<Identifier> names = new HashSet<>();
        component.forEach(each -> names.addAll(each.names()));
        return names;
    }

    private void count(String outcome) {
        metrics.counter("rapport.identity.resolved.again", "outcome", outcome).increment();
    }
}

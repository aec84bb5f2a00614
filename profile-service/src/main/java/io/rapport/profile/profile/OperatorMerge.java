package io.rapport.profile.profile;

import io.rapport.events.Origin;
import io.rapport.events.ProfileEvent;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.consent.ConsentService;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.identity.CannotLinkStore;
import io.rapport.profile.identity.EvidenceStore;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.IdentityRules;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.LinkStore;
import io.rapport.profile.identity.Moment;
import io.rapport.profile.identity.MustLink;
import io.rapport.profile.identity.Resolution;
import io.rapport.profile.identity.SeenLink;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.identity.Trust;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.order.OrderBook;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.sql.TimeOrderedIds;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An operator's word that two profiles are one person. It is kept as a link, which wins over what events say. */
@ApplicationScoped
class OperatorMerge {
    private static final int MOST_RACES = 20;

    private final IdentityRules rules;
    private final Pool pool;
    private final ProfileDirectory directory;
    private final ProfileStore profiles;
    private final IdentityStore identities;
    private final LinkStore links;
    private final CannotLinkStore cannotLinks;
    private final EvidenceStore evidence;
    private final ConsentService consents;
    private final ProfileMerge merge;
    private final OrderBook orders;
    private final Outbox outbox;
    private final TraitHistory traits;
    private final Memberships memberships;
    private final Visitors visitors;
    private final InstantSource clock;

    OperatorMerge(
            IdentityRules rules,
            Pool pool,
            ProfileDirectory directory,
            ProfileStore profiles,
            IdentityStore identities,
            LinkStore links,
            CannotLinkStore cannotLinks,
            EvidenceStore evidence,
            ConsentService consents,
            ProfileMerge merge,
            OrderBook orders,
            Outbox outbox,
            TraitHistory traits,
            Memberships memberships,
            Visitors visitors,
            InstantSource clock) {
        this.rules = rules;
        this.pool = pool;
        this.directory = directory;
        this.profiles = profiles;
        this.identities = identities;
        this.links = links;
        this.cannotLinks = cannotLinks;
        this.evidence = evidence;
        this.consents = consents;
        this.merge = merge;
        this.orders = orders;
        this.outbox = outbox;
        this.traits = traits;
        this.memberships = memberships;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** The one that is left: the user of the two, else the first of two users, else the older one. */
    Uni<UUID> merge(UUID one, UUID other) {
        return LostRace.retried(pool.withTransaction(transaction -> canonical(transaction, one, other)), MOST_RACES)
                .call(survivor -> visitors.forget(pool, List.of(survivor)));
    }

    private Uni<UUID> canonical(SqlConnection transaction, UUID one, UUID other) {
        return Uni.combine()
                .all()
                .unis(directory.canonical(transaction, one), directory.canonical(transaction, other))
                .asTuple()
                .chain(found -> {
                    UUID first = found.getItem1().orElseThrow(() -> Problem.notFound("profile", one.toString()));
                    UUID second = found.getItem2().orElseThrow(() -> Problem.notFound("profile", other.toString()));
                    return first.equals(second) ? Uni.createFrom().item(first) : merge(transaction, first, second);
                });
    }

    private Uni<UUID> merge(SqlConnection transaction, UUID one, UUID other) {
        List<UUID> both = List.of(one, other);
        return Uni.combine()
                .all()
                .unis(
                        profiles.lock(transaction, both),
                        identities.ties(transaction, both),
                        consents.ledger(transaction, both))
                .asTuple()
                .chain(read -> {
                    if (read.getItem1().size() != both.size()) {
                        throw new LostRace("a profile was merged or erased");
                    }
                    return merge(transaction, both, read.getItem1(), read.getItem2(), read.getItem3());
                });
    }

    private Uni<UUID> merge(
            SqlConnection transaction, List<UUID> both, List<Profile> locked, List<Tie> ties, ConsentLedger ledger) {
        Map<UUID, Profile> byId = locked.stream().collect(Collectors.toMap(Profile::id, Function.identity()));
        IdentityGraph graph = new IdentityGraph(rules, TimeOrderedIds::next);
        locked.forEach(profile -> graph.know(profile.id(), profile.firstSeenAt()));
        ties.forEach(tie -> graph.know(tie.profile(), tie.identifier(), tie.link()));
        List<SeenLink> link = link(graph, both);
        Instant now = clock.instant();
        Resolution resolution = graph.merge(both.get(0), both.get(1), now);
        List<MustLink> word = word(graph, resolution, now);
        Profile survivor = byId.get(resolution.profile());
        Profile loser = byId.get(resolution.merged().get(0));
        Merges merges = new Merges();
        List<ProfileEvent> announced =
                ProfileMerge.merge(survivor, loser, graph.isUser(survivor.id()), now, Origin.LIVE, ledger, merges);
        graph.apply(resolution, now);
        return Uni.combine()
                .all()
                .unis(
                        profiles.write(transaction, locked, now),
                        identities.write(transaction, graph.changes()),
                        links.write(transaction, link),
                        evidence.insert(transaction, word),
                        cannotLinks.withdraw(
                                transaction, ties.stream().map(Tie::identifier).toList()),
                        merge.move(transaction, merges),
                        consents.save(transaction, ledger),
                        orders.take(transaction, List.of(), merges.survivors(), byId::containsKey),
                        outbox.write(transaction, records(announced)))
                .discardItems()
                .chain(() -> traits.retell(transaction, Set.of(survivor.id())))
                .chain(() ->
                        memberships.update(transaction, List.of(new ProfileChange(survivor.id()).absorbed(loser.id()))))
                .replaceWith(survivor.id());
    }

    private static List<MustLink> word(IdentityGraph graph, Resolution resolution, Instant now) {
        Collection<Identifier> kept = graph.identifiers(resolution.profile());
        Collection<Identifier> joined = graph.identifiers(resolution.merged().get(0));
        return kept.isEmpty() || joined.isEmpty()
                ? List.of()
                : List.of(MustLink.of(Collections.min(kept), Collections.min(joined), new Moment(now, "operator")));
    }

    private List<SeenLink> link(IdentityGraph graph, List<UUID> both) {
        List<Identifier> strongest = new ArrayList<>();
        for (UUID profile : both) {
            Collection<Identifier> identifiers = graph.identifiers(profile);
            if (!identifiers.isEmpty()) {
                strongest.add(Collections.min(identifiers));
            }
        }
        if (strongest.size() < both.size()) {
            return List.of();
        }
        SeenLink.Pair pair = SeenLink.Pair.of(strongest.get(0), strongest.get(1), SeenLink.Kind.OPERATOR);
        return List.of(new SeenLink(pair, clock.instant(), "operator", "api", Trust.SERVER));
    }

    private static List<OutboxRecord> records(List<ProfileEvent> announced) {
        return announced.stream()
                .map(event ->
                        OutboxRecord.of(Topic.PROFILE_EVENTS, event.profileId().toString(), event))
                .toList();
    }
}

package io.rapport.profile.intake;

import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.consent.ConsentService;
import io.rapport.profile.identity.CannotLinkStore;
import io.rapport.profile.identity.CannotLinks;
import io.rapport.profile.identity.EvidenceStore;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.IdentityRules;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.Moment;
import io.rapport.profile.identity.ObservationLog;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.order.OrderBook;
import io.rapport.profile.profile.Profile;
import io.rapport.profile.profile.ProfileStore;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.sql.TimeOrderedIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Claims a batch and reads what it is decided on, in two round trips: first whose the identifiers are, then, under the locks
 * of those profiles, everything else. Whose they are is read again then, for it may have changed before the locks were held.
 */
@ApplicationScoped
class BatchReader {
    /**
     * Plans are made for the batch at hand, since tables grow from nothing faster than their statistics do, and for indexes
     * that are in memory or on flash: a batch reads few rows of large tables.
     */
    private static final String PLAN_EACH =
            "set local plan_cache_mode = force_custom_plan; set local random_page_cost = 1.1";

    private final IdentityRules rules;
    private final MessageClaims claims;
    private final ErasedIdentifiers erased;
    private final IdentityStore identities;
    private final CannotLinkStore cannotLinks;
    private final EvidenceStore evidence;
    private final OrderBook orders;
    private final ProfileStore profiles;
    private final ConsentService consents;

    BatchReader(
            IdentityRules rules,
            MessageClaims claims,
            ErasedIdentifiers erased,
            IdentityStore identities,
            CannotLinkStore cannotLinks,
            EvidenceStore evidence,
            OrderBook orders,
            ProfileStore profiles,
            ConsentService consents) {
        this.rules = rules;
        this.claims = claims;
        this.erased = erased;
        this.identities = identities;
        this.cannotLinks = cannotLinks;
        this.evidence = evidence;
        this.orders = orders;
        this.profiles = profiles;
        this.consents = consents;
    }

    /** What is read before any lock is taken. */
    private record Claimed(
            List<Tracked> fresh,
            int withheld,
            Map<Identifier, UUID> owners,
            Set<UUID> orderOwners,
            Map<UUID, Moment> heard) {
        /** What the events name that were not heard before as they are now. */
        Set<Identifier> news() {
            ObservationLog log = new ObservationLog(heard, Map.of());
            return lookups(fresh.stream()
                    .filter(event -> log.isNews(event.observation()))
                    .toList());
        }
    }

    /** @param wider profiles to lock beside those that the batch speaks of */
    Uni<Known> read(SqlConnection transaction, Batch batch, Set<UUID> wider) {
        return claim(transaction, batch).chain(claimed -> known(transaction, claimed, wider));
    }

    private Uni<Claimed> claim(SqlConnection transaction, Batch batch) {
        Set<Identifier> lookups = batch.lookups();
        return Uni.combine()
                .all()
                .unis(
                        transaction.query(PLAN_EACH).execute(),
                        claims.claim(transaction, batch.tracked().keySet()),
                        identities.owners(transaction, lookups),
                        orders.owners(transaction, batch.orders()),
                        erased.find(transaction, lookups),
                        evidence.known(transaction, batch.observations()))
                .with((planned, fresh, owners, orderOwners, erasures, heard) ->
                        claimed(batch, fresh, owners, orderOwners, erasures, heard));
    }

    private static Claimed claimed(
            Batch batch,
            Set<UUID> fresh,
            Map<Identifier, UUID> owners,
            Set<UUID> orderOwners,
            Map<UUID, Instant> erasures,
            Map<UUID, Moment> heard) {
        List<Tracked> taken = batch.tracked().values().stream()
                .filter(event -> fresh.contains(event.claim()) && !isErased(event, erasures))
                .toList();
        return new Claimed(taken, fresh.size() - taken.size(), owners, orderOwners, heard);
    }

    private static boolean isErased(Tracked event, Map<UUID, Instant> erasures) {
        return !erasures.isEmpty()
                && event.sighting().lookups().stream()
                        .map(ErasedIdentifiers::digest)
                        .map(erasures::get)
                        .anyMatch(at -> at != null && !event.raw().receivedAt().isAfter(at));
    }

    private Uni<Known> known(SqlConnection transaction, Claimed claimed, Set<UUID> wider) {
        Map<Identifier, UUID> owners = new HashMap<>();
        claimed.fresh()
                .forEach(event -> event.sighting().lookups().forEach(identifier -> {
                    UUID owner = claimed.owners().get(identifier);
                    if (owner != null) {
                        owners.put(identifier, owner);
                    }
                }));
        Set<UUID> ids = new HashSet<>(claimed.orderOwners());
        ids.addAll(owners.values());
        ids.addAll(wider);
        Set<Identifier> news = claimed.news();
        Set<Identifier> unowned =
                news.stream().filter(each -> !owners.containsKey(each)).collect(Collectors.toSet());
        Set<UUID> ofNews =
                news.stream().map(owners::get).filter(Objects::nonNull).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(
                        profiles.lock(transaction, ids),
                        identities.ties(transaction, ids),
                        consents.ledger(transaction, ids),
                        cannotLinks.find(transaction, ids, lookups(claimed.fresh())),
                        evidence.latest(transaction, ofNews, news))
                .with((locked, ties, ledger, apart, latest) -> known(
                        claimed,
                        owners,
                        locked,
                        ties,
                        ledger,
                        apart,
                        new ObservationLog(claimed.heard(), latest),
                        unowned));
    }

    private static Set<Identifier> lookups(List<Tracked> events) {
        Set<Identifier> lookups = new HashSet<>();
        events.forEach(event -> lookups.addAll(event.sighting().lookups()));
        return lookups;
    }

    private Known known(
            Claimed claimed,
            Map<Identifier, UUID> owners,
            List<Profile> locked,
            List<Tie> ties,
            ConsentLedger ledger,
            CannotLinks apart,
            ObservationLog log,
            Set<Identifier> unowned) {
        Map<UUID, Profile> profiles = new HashMap<>();
        IdentityGraph graph = new IdentityGraph(rules, TimeOrderedIds::next);
        graph.keepApart(apart);
        locked.forEach(profile -> {
            profiles.put(profile.id(), profile);
            graph.know(profile.id(), profile.firstSeenAt());
        });
        ties.stream()
                .filter(tie -> profiles.containsKey(tie.profile()))
                .forEach(tie -> graph.know(tie.profile(), tie.identifier(), tie.link()));
        owners.forEach((identifier, owner) -> {
            if (!owner.equals(graph.owner(identifier))) {
                throw new LostRace("an identifier changed hands");
            }
        });
        return new Known(claimed.fresh(), claimed.withheld(), profiles, graph, ledger, log, unowned);
    }
}

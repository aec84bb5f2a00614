package io.rapport.profile.profile;

import io.rapport.events.Origin;
import io.rapport.events.ProfileEvent;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.consent.ConsentService;
import io.rapport.profile.identity.GraphChanges;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.Parting;
import io.rapport.profile.identity.Partition;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.order.OrderBook;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Makes of profiles the people that they turned out to be, where something that came late changed that: by the same steps, and
 * with the same announcements, as an operator's unmerge and the merges that events bring.
 */
@ApplicationScoped
public class Rearrangement {
    private final IdentityStore identities;
    private final ProfileStore profiles;
    private final UnmergeStore store;
    private final Unmerging unmerging;
    private final ProfileMerge merge;
    private final TraitHistory traits;
    private final ConsentService consents;
    private final OrderBook orders;
    private final Outbox outbox;
    private final InstantSource clock;

    Rearrangement(
            IdentityStore identities,
            ProfileStore profiles,
            UnmergeStore store,
            Unmerging unmerging,
            ProfileMerge merge,
            TraitHistory traits,
            ConsentService consents,
            OrderBook orders,
            Outbox outbox,
            InstantSource clock) {
        this.identities = identities;
        this.profiles = profiles;
        this.store = store;
        this.unmerging = unmerging;
        this.merge = merge;
        this.traits = traits;
        this.consents = consents;
        this.orders = orders;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What changed.
     *
     * @param profiles those that have other identifiers, events or traits now
     * @param merged those that went up in one of them
     */
    public record Changed(Set<UUID> profiles, Map<UUID, UUID> merged) {
        public static final Changed NOTHING = new Changed(Set.of(), Map.of());
    }

    /** @param ties all of those of the profiles, whose rows are locked */
    public Uni<Changed> make(SqlConnection transaction, Partition partition, Collection<Tie> ties) {
        Moves moves = new Moves(ties, partition);
        Set<UUID> all = new HashSet<>();
        ties.forEach(tie -> all.add(tie.profile()));
        moves.splits().forEach(split -> all.add(split.to()));
        return Multi.createFrom()
                .iterable(moves.splits())
                .onItem()
                .transformToUniAndConcatenate(split -> split(transaction, split))
                .onItem()
                .ignoreAsUni()
                .chain(() -> join(transaction, moves.joins(), all))
                .chain(() -> settle(transaction, moves, all))
                .chain(() -> changed(transaction, moves, ties));
    }

    private Uni<Unmerged> split(SqlConnection transaction, Moves.Split split) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        profiles.lock(transaction, List.of(split.from())),
                        identities.ties(transaction, List.of(split.from())),
                        store.lockFormers(transaction, split.from()))
                .asTuple()
                .chain(read -> {
                    List<Tie> ties = read.getItem2();
                    Parting parting = new Parting(
                            ties.stream()
                                    .filter(tie -> !split.identifiers().contains(tie.identifier()))
                                    .toList(),
                            ties.stream()
                                    .filter(tie -> split.identifiers().contains(tie.identifier()))
                                    .toList());
                    Profile fresh = Profile.met(split.to(), now);
                    List<UUID> formerIds = read.getItem3().following(split.to(), parting);
                    return unmerging.part(
                            transaction, new Parted(read.getItem1().get(0), fresh, parting, formerIds), now);
                });
    }

    private Uni<Void> join(SqlConnection transaction, Map<UUID, UUID> joins, Set<UUID> locked) {
        if (joins.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> both = new HashSet<>(joins.keySet());
        both.addAll(joins.values());
        return Uni.combine()
                .all()
                .unis(profiles.lock(transaction, both), consents.ledger(transaction, both))
                .asTuple()
                .chain(read -> join(transaction, joins, read.getItem1(), read.getItem2(), locked));
    }

    private Uni<Void> join(
            SqlConnection transaction,
            Map<UUID, UUID> joins,
            List<Profile> read,
            ConsentLedger ledger,
            Set<UUID> locked) {
        Map<UUID, Profile> byId = new HashMap<>();
        read.forEach(profile -> byId.put(profile.id(), profile));
        Instant now = clock.instant();
        Merges merges = new Merges();
        List<ProfileEvent> announced = new ArrayList<>();
        joins.forEach((loser, survivor) -> announced.addAll(
                ProfileMerge.merge(byId.get(survivor), byId.get(loser), false, now, Origin.LIVE, ledger, merges)));
        return Uni.combine()
                .all()
                .unis(
                        profiles.write(transaction, read, now),
                        merge.move(transaction, merges),
                        consents.save(transaction, ledger),
                        orders.take(transaction, List.of(), merges.survivors(), locked::contains),
                        outbox.write(
                                transaction,
                                announced.stream()
                                        .map(event -> OutboxRecord.of(
                                                Topic.PROFILE_EVENTS,
                                                event.profileId().toString(),
                                                event))
                                        .toList()))
                .discardItems();
    }

    /** Ties whatever is not tied as it should be: to whom, since when and by whose word. */
    private Uni<GraphChanges> settle(SqlConnection transaction, Moves moves, Set<UUID> all) {
        return identities.ties(transaction, all).chain(now -> {
            GraphChanges changes = GraphChanges.between(homeless(now), moves.ties());
            return identities.write(transaction, changes).replaceWith(changes);
        });
    }

    private static List<Tie> homeless(List<Tie> ties) {
        return ties.stream()
                .map(tie -> new Tie(tie.identifier(), tie.profile(), tie.link()))
                .toList();
    }

    /**
     * Traits are read once more, for an address is taken only by whom goes by it. Who goes by the same as before is left alone,
     * for all their history would be read.
     */
    private Uni<Changed> changed(SqlConnection transaction, Moves moves, Collection<Tie> before) {
        Set<UUID> others = moves.others(before);
        others.removeAll(moves.joins().keySet());
        return others.isEmpty()
                ? Uni.createFrom().item(Changed.NOTHING)
                : traits.retell(transaction, others).replaceWith(new Changed(others, moves.joins()));
    }
}

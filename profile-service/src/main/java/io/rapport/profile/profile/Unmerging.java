package io.rapport.profile.profile;

import io.rapport.events.Origin;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesUnmerged;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.consent.ConsentParting;
import io.rapport.profile.consent.ConsentStatement;
import io.rapport.profile.identity.CannotLinkStore;
import io.rapport.profile.identity.EvidenceStore;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.LinkStore;
import io.rapport.profile.identity.Moment;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.order.OrderBook;
import io.rapport.profile.profile.UnmergeStore.Identified;
import io.rapport.profile.profile.UnmergeStore.Moved;
import io.rapport.profile.profile.UnmergeStore.Span;
import io.rapport.profile.trait.Message;
import io.rapport.profile.trait.TraitSources;
import io.rapport.profile.trait.Traits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes two profiles of one in a transaction: identifiers and events first, then all that they add up to. */
@ApplicationScoped
class Unmerging {
    /** So that an announcement stays far below what Kafka takes. */
    private static final int EVENTS_A_RECORD = 5_000;

    private final IdentityStore identities;
    private final LinkStore links;
    private final CannotLinkStore cannotLinks;
    private final EvidenceStore evidence;
    private final ProfileStore profiles;
    private final ProfileQueries queries;
    private final UnmergeStore store;
    private final OrderBook orders;
    private final ConsentParting consents;
    private final TraitSources sources;
    private final Outbox outbox;

    Unmerging(
            IdentityStore identities,
            LinkStore links,
            CannotLinkStore cannotLinks,
            EvidenceStore evidence,
            ProfileStore profiles,
            ProfileQueries queries,
            UnmergeStore store,
            OrderBook orders,
            ConsentParting consents,
            TraitSources sources,
            Outbox outbox) {
        this.identities = identities;
        this.links = links;
        this.cannotLinks = cannotLinks;
        this.evidence = evidence;
        this.profiles = profiles;
        this.queries = queries;
        this.store = store;
        this.orders = orders;
        this.consents = consents;
        this.sources = sources;
        this.outbox = outbox;
    }

    /** On an operator's word, which is kept. */
    Uni<Unmerged> run(SqlConnection transaction, Parted parted, Instant now) {
        return tell(transaction, parted, now).chain(() -> part(transaction, parted, now));
    }

    Uni<Unmerged> part(SqlConnection transaction, Parted parted, Instant now) {
        UUID remaining = parted.remaining().id();
        UUID separated = parted.separated().id();
        return identities
                .write(transaction, parted.parting().changes(separated))
                .chain(() -> store.moveEvents(transaction, parted.remaining(), separated, parted.parting()))
                .chain(moved -> orders.separate(transaction, remaining, separated)
                        .chain(() -> moveInterest(transaction, remaining, separated))
                        .chain(() -> consents.separate(transaction, remaining, separated))
                        .chain(said -> write(transaction, parted, moved, said, now)));
    }

    private Uni<Void> tell(SqlConnection transaction, Parted parted, Instant now) {
        List<Identifier> staying = identifiers(parted.parting().staying());
        List<Identifier> separated = identifiers(parted.parting().separated());
        return links.withdraw(transaction, staying, separated)
                .chain(() -> evidence.withdraw(transaction, staying, separated))
                .chain(() -> evidence.insert(transaction, parted.parting().mustLinks(new Moment(now, "operator"))))
                .chain(() -> cannotLinks.write(transaction, parted.parting().cannotLinks(), now));
    }

    private static List<Identifier> identifiers(List<Tie> ties) {
        return ties.stream().map(Tie::identifier).toList();
    }

    private Uni<Void> moveInterest(SqlConnection transaction, UUID remaining, UUID separated) {
        return store.interests(transaction, separated).chain(interests -> {
            List<Interest> both = new ArrayList<>(interests);
            interests.forEach(each -> both.add(new Interest(remaining, each.category(), -each.count())));
            return profiles.addInterest(transaction, both).chain(() -> store.dropNoInterest(transaction, remaining));
        });
    }

    private Uni<Unmerged> write(
            SqlConnection transaction, Parted parted, List<Moved> moved, List<ConsentStatement> said, Instant now) {
        return Uni.combine()
                .all()
                .unis(store.spans(transaction, parted.both()), store.identified(transaction, parted.both()))
                .asTuple()
                .chain(read -> {
                    Profile remaining = remaining(parted, moved, read.getItem1(), read.getItem2());
                    Profile separated = separated(parted, read.getItem1(), read.getItem2());
                    List<OutboxRecord> announced = announced(parted, remaining, separated, moved, said, now);
                    return profiles.write(transaction, List.of(remaining, separated), now)
                            .chain(() -> store.lead(transaction, parted.formerIds(), separated.id()))
                            .chain(() -> outbox.write(transaction, announced))
                            .chain(() -> queries.find(transaction, parted.both()))
                            .map(found -> done(
                                    parted,
                                    found,
                                    read.getItem1(),
                                    parted.remaining().traits().differences(remaining.traits())));
                });
    }

    /** What no event that stayed says any more goes; what was said otherwise than by an event that is stored stays. */
    private Profile remaining(Parted parted, List<Moved> moved, Map<UUID, Span> spans, List<Identified> identified) {
        Profile before = parted.remaining();
        Set<Message> gone = new HashSet<>(parted.separated().traits().messages());
        moved.forEach(event -> gone.add(event.message()));
        identified.stream()
                .filter(each -> each.profile().equals(before.id()))
                .forEach(each -> gone.remove(each.message()));
        Traits traits = PartedTraits.of(
                before.id(),
                before.traits().without(gone),
                identified,
                parted.parting().staying(),
                sources);
        Span span = spans.getOrDefault(before.id(), new Span(before.firstSeenAt(), before.lastSeenAt(), 0));
        return before.parted(parted.sequence(), span.first(), span.last(), traits);
    }

    private Profile separated(Parted parted, Map<UUID, Span> spans, List<Identified> identified) {
        Profile before = parted.separated();
        Traits traits = PartedTraits.of(
                before.id(),
                before.traits().without(Set.of()),
                identified,
                parted.parting().separated(),
                sources);
        Profile together = parted.remaining();
        Span usual = before.isNew()
                ? new Span(together.firstSeenAt(), together.lastSeenAt(), 0)
                : new Span(before.firstSeenAt(), before.lastSeenAt(), 0);
        Span span = spans.getOrDefault(before.id(), usual);
        Profile after = before.parted(parted.sequence(), span.first(), span.last(), traits);
        if (!before.isNew()) {
            after.seen(before.firstSeenAt());
            after.seen(before.lastSeenAt());
        }
        return after;
    }

    private static List<OutboxRecord> announced(
            Parted parted,
            Profile remaining,
            Profile separated,
            List<Moved> moved,
            List<ConsentStatement> said,
            Instant now) {
        List<ProfileEvent> events = new ArrayList<>();
        List<UUID> ids = moved.stream().map(Moved::id).toList();
        int from = 0;
        do {
            List<UUID> part = ids.subList(from, Math.min(ids.size(), from + EVENTS_A_RECORD));
            events.add(unmerged(parted, remaining, part, now));
            events.add(unmerged(parted, separated, part, now));
            from += EVENTS_A_RECORD;
        } while (from < ids.size());
        said.forEach(statement -> events.add(statement.announcement(
                (statement.profileId().equals(remaining.id()) ? remaining : separated).nextSequence())));
        return events.stream()
                .map(event ->
                        OutboxRecord.of(Topic.PROFILE_EVENTS, event.profileId().toString(), event))
                .toList();
    }

    private static ProfilesUnmerged unmerged(Parted parted, Profile on, List<UUID> moved, Instant now) {
        return new ProfilesUnmerged(
                UUID.randomUUID(),
                on.id(),
                on.nextSequence(),
                now,
                Origin.LIVE,
                parted.remaining().id(),
                parted.separated().id(),
                parted.formerIds(),
                moved);
    }

    private static Unmerged done(
            Parted parted, List<ProfileQueries.Found> found, Map<UUID, Span> spans, Set<String> changedTraits) {
        Map<UUID, ProfileQueries.Found> byId = new HashMap<>();
        found.forEach(each -> byId.put(each.id(), each));
        Map<UUID, Long> events = new HashMap<>();
        spans.forEach((id, span) -> events.put(id, span.count()));
        return new Unmerged(
                byId.get(parted.remaining().id()),
                byId.get(parted.separated().id()),
                parted.separated().isNew(),
                events,
                parted.formerIds(),
                changedTraits);
    }
}

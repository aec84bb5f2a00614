package io.rapport.profile.intake;

import io.rapport.events.RejectedEvent;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.consent.ConsentService;
import io.rapport.profile.event.EventStore;
import io.rapport.profile.identity.EvidenceStore;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.LinkStore;
import io.rapport.profile.order.OrderBook;
import io.rapport.profile.profile.Profile;
import io.rapport.profile.profile.ProfileMerge;
import io.rapport.profile.profile.ProfileStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a batch comes to. The statements go out at once and run one after the other, in this order. */
@ApplicationScoped
class BatchWriter {
    private final ProfileStore profiles;
    private final IdentityStore identities;
    private final LinkStore links;
    private final EvidenceStore evidence;
    private final ProfileMerge merge;
    private final EventStore events;
    private final OrderBook orders;
    private final ConsentService consents;
    private final Outbox outbox;
    private final InstantSource clock;

    BatchWriter(
            ProfileStore profiles,
            IdentityStore identities,
            LinkStore links,
            EvidenceStore evidence,
            ProfileMerge merge,
            EventStore events,
            OrderBook orders,
            ConsentService consents,
            Outbox outbox,
            InstantSource clock) {
        this.profiles = profiles;
        this.identities = identities;
        this.links = links;
        this.evidence = evidence;
        this.merge = merge;
        this.events = events;
        this.orders = orders;
        this.consents = consents;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> write(SqlConnection transaction, Outcome outcome, List<RejectedEvent> rejected) {
        Set<UUID> locked = outcome.profiles().stream().map(Profile::id).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(
                        profiles.write(transaction, outcome.profiles(), clock.instant()),
                        identities.write(transaction, outcome.graph()),
                        identities.hold(transaction, outcome.untied()),
                        links.write(transaction, outcome.links()),
                        evidence.write(transaction, outcome.log(), outcome.unowned()),
                        merge.move(transaction, outcome.merges()),
                        events.insert(transaction, outcome.events()),
                        profiles.addInterest(transaction, outcome.interests()),
                        consents.save(transaction, outcome.ledger()),
                        orders.take(
                                transaction, outcome.orders(), outcome.merges().survivors(), locked::contains),
                        outbox.write(transaction, announced(outcome, rejected)))
                .discardItems();
    }

    private static List<OutboxRecord> announced(Outcome outcome, List<RejectedEvent> rejected) {
        Stream<OutboxRecord> refused =
                rejected.stream().map(event -> OutboxRecord.of(Topic.REJECTED_EVENTS, event.sourceId(), event));
        return Stream.concat(outcome.announced().stream(), refused).toList();
    }
}

package io.rapport.profile.profile;

import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.rapport.profile.event.EventStore;
import io.rapport.profile.identity.CannotLinkStore;
import io.rapport.profile.identity.EvidenceStore;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.LinkStore;
import io.rapport.profile.order.OrderBook;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Forgets a person's profiles, identifiers, events and orders, and their place in Redis. */
@ApplicationScoped
class ProfileErasure implements ErasureHandler {
    private final ProfileStore profiles;
    private final IdentityStore identities;
    private final LinkStore links;
    private final CannotLinkStore cannotLinks;
    private final EvidenceStore evidence;
    private final EventStore events;
    private final OrderBook orders;
    private final Visitors visitors;
    private final InstantSource clock;

    ProfileErasure(
            ProfileStore profiles,
            IdentityStore identities,
            LinkStore links,
            CannotLinkStore cannotLinks,
            EvidenceStore evidence,
            EventStore events,
            OrderBook orders,
            Visitors visitors,
            InstantSource clock) {
        this.profiles = profiles;
        this.identities = identities;
        this.links = links;
        this.cannotLinks = cannotLinks;
        this.evidence = evidence;
        this.events = events;
        this.orders = orders;
        this.visitors = visitors;
        this.clock = clock;
    }

    @Override
    public String store() {
        return "profiles";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        return links.erase(transaction, identifiers(person))
                .chain(() -> cannotLinks.erase(transaction, identifiers(person)))
                .chain(() -> evidence.erase(transaction, identifiers(person)))
                .chain(() -> identities.erase(transaction, person.profileIds()))
                .chain(() -> events.erase(transaction, person.profileIds()))
                .chain(() -> orders.erase(transaction, person.profileIds()))
                .chain(() -> profiles.erase(transaction, person.profileIds(), clock.instant()));
    }

    @Override
    public Uni<Void> evict(ErasedPerson person) {
        return visitors.forget(identifiers(person));
    }

    private static List<Identifier> identifiers(ErasedPerson person) {
        return person.identifiers().stream()
                .map(known -> new Identifier(IdentifierType.of(known.type()), known.value()))
                .toList();
    }
}

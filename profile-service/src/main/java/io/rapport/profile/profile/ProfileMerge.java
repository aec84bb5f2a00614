package io.rapport.profile.profile;

import io.rapport.events.Origin;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.event.EventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes one profile of two, for the events that show them to be one person and for the operator who says so. */
@ApplicationScoped
public class ProfileMerge {
    /** A merge never replaces where messages to a user go. */
    private static final Set<String> CONTACTS = Set.of("email", "phone");

    private final EventStore events;
    private final ProfileStore profiles;

    ProfileMerge(EventStore events, ProfileStore profiles) {
        this.events = events;
        this.profiles = profiles;
    }

    /**
     * Merges in memory; what is to be announced, in order.
     *
     * @param isUser whether the survivor was a user before
     */
    public static List<ProfileEvent> merge(
            Profile survivor,
            Profile loser,
            boolean isUser,
            Instant at,
            Origin origin,
            ConsentLedger ledger,
            Merges merges) {
        List<ProfileEvent> announced = new ArrayList<>();
        announced.add(merged(loser, survivor, loser, at, origin));
        merges.add(survivor, loser);
        survivor.absorb(loser, isUser ? CONTACTS : Set.of());
        announced.add(merged(survivor, survivor, loser, at, origin));
        ledger.merge(survivor.id(), loser.id())
                .forEach(said -> announced.add(said.announcement(survivor.nextSequence())));
        return announced;
    }

    private static ProfilesMerged merged(Profile on, Profile survivor, Profile loser, Instant at, Origin origin) {
        return new ProfilesMerged(UUID.randomUUID(), on.id(), on.nextSequence(), at, origin, survivor.id(), loser.id());
    }

    /** Moves what the losers have in this service's tables, but for identifiers, orders and consent, which see to it. */
    public Uni<Void> move(SqlClient transaction, Merges merges) {
        return merges.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.combine()
                        .all()
                        .unis(
                                events.move(transaction, merges.survivors(), merges.from(), merges.to()),
                                profiles.moveInterest(transaction, merges.survivors()),
                                profiles.compress(transaction, merges.survivors()),
                                profiles.addSteps(transaction, merges.steps()))
                        .discardItems();
    }
}

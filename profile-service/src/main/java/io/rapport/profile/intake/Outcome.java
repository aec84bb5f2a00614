package io.rapport.profile.intake;

import io.rapport.events.ProfileEvent;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.event.StoredEvent;
import io.rapport.profile.identity.GraphChanges;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.ObservationLog;
import io.rapport.profile.identity.SeenLink;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.order.OrderEvidence;
import io.rapport.profile.profile.Interest;
import io.rapport.profile.profile.Merges;
import io.rapport.profile.profile.Profile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch comes to: all that has to be written.
 *
 * @param fresh how many events were new
 * @param withheld how many of them were not taken, for want of consent or because their person was erased
 * @param announced in the order in which they go out
 * @param forgotten identifiers under which Redis may hold what no longer holds
 * @param changes what of it segments may ask about
 * @param unowned what the news names that was nobody's when the batch was read
 * @param untied what of that is nobody's still
 * @param contested profiles whose addresses are to be read again
 * @param log what was heard, and what of it came late
 */
record Outcome(
        int fresh,
        int withheld,
        Collection<Profile> profiles,
        GraphChanges graph,
        Collection<SeenLink> links,
        Merges merges,
        List<StoredEvent> events,
        List<Interest> interests,
        List<OrderEvidence> orders,
        ConsentLedger ledger,
        List<OutboxRecord> announced,
        Set<Identifier> forgotten,
        Collection<ProfileChange> changes,
        ObservationLog log,
        Set<Identifier> unowned,
        Set<Identifier> untied,
        Set<UUID> contested) {

    static OutboxRecord announcement(ProfileEvent event) {
        return OutboxRecord.of(Topic.PROFILE_EVENTS, event.profileId().toString(), event);
    }
}

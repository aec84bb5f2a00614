package io.rapport.profile.intake;

import io.rapport.profile.consent.ConsentLedger;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentityGraph;
import io.rapport.profile.identity.ObservationLog;
import io.rapport.profile.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch is decided on, under the locks of all the profiles in it.
 *
 * @param fresh the events that were claimed, in order
 * @param withheld how many were left out because their person was erased since
 * @param log what was heard before
 * @param unowned what the news among them names that was nobody's
 */
record Known(
        List<Tracked> fresh,
        int withheld,
        Map<UUID, Profile> profiles,
        IdentityGraph graph,
        ConsentLedger ledger,
        ObservationLog log,
        Set<Identifier> unowned) {}

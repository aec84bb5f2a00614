package io.rapport.profile.computed.store;

import io.rapport.profile.computed.behaviour.Call;
import java.util.List;
import java.util.UUID;

/**
 * What a transaction did to one profile's events.
 *
 * @param isMet whether it was not there before, so that it has no other events than these and the losers'
 * @param isAnew whether its events are others now than those that were seen
 * @param isCaughtUp whether it is to be made sure of that all its events are in
 * @param losers profiles that it took in, with all their events
 * @param calls not seen before, stored already
 */
public record BehaviourChange(
        UUID profile, boolean isMet, boolean isAnew, boolean isCaughtUp, List<UUID> losers, List<Call> calls) {
    public BehaviourChange {
        losers = List.copyOf(losers);
        calls = List.copyOf(calls);
    }

    boolean isNothing() {
        return !isMet && calls.isEmpty() && losers.isEmpty() && !isAnew && !isCaughtUp;
    }
}

package io.rapport.profile.membership;

import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import io.rapport.profile.computed.behaviour.Call;
import io.rapport.profile.computed.store.BehaviourChange;
import io.rapport.profile.condition.SeenEvent;
import io.rapport.profile.condition.value.TraitPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a transaction did to one profile that segments may ask about. */
public final class ProfileChange {
    private final UUID profile;
    private final List<UUID> losers = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<TraitPath> traits = new HashSet<>();
    private final Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    private final Set<String> joined = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private @Nullable Set<String> lists;
    private Origin origin = Origin.LIVE;
    private boolean met;
    private boolean rebuilt;
    private boolean caughtUp;
    private boolean recounted;

    public ProfileChange(UUID profile) {
        this.profile = profile;
    }

    /** It was not there before, so that it has no other events than these. */
    public ProfileChange met() {
        met = true;
        return this;
    }

    /** Its events are others now than those that were seen, or it is to be looked at from the beginning. */
    public ProfileChange rebuilt() {
        rebuilt = true;
        return this;
    }

    /** What its events add up to is to be made exact, and what of it moved is to be asked for again. */
    public ProfileChange recounted() {
        recounted = true;
        traits.addAll(Computed.OF_VISITS);
        return this;
    }

    /** It is to be brought to the present generation of the segments. */
    public ProfileChange caughtUp() {
        caughtUp = true;
        return this;
    }

    /** It took in another profile, with all its events. */
    public ProfileChange absorbed(UUID loser) {
        losers.add(loser);
        return this;
    }

    /** An event that counts, not seen before. */
    public ProfileChange saw(Call call) {
        calls.add(call);
        Computed.touchedBy(call).forEach(traits::add);
        return this;
    }

    /** What a trait is may be another. */
    public ProfileChange trait(TraitPath path) {
        traits.add(path);
        return this;
    }

    public ProfileChange consent(Purpose purpose) {
        purposes.add(purpose);
        return this;
    }

    /** Somebody put it on the list of a static segment. */
    public ProfileChange joined(String segment) {
        joined.add(segment);
        return this;
    }

    /** Somebody took it off the list of a static segment. */
    public ProfileChange left(String segment) {
        left.add(segment);
        return this;
    }

    /** The static segments that it is on the list of now, whatever it was on before; those that it is not on end. */
    public ProfileChange onLists(Set<String> segments) {
        lists = Set.copyOf(segments);
        return this;
    }

    /** Why it happened; a live event counts for more than history in the same transaction. */
    public ProfileChange from(Origin why) {
        origin = why;
        return this;
    }

    public UUID profile() {
        return profile;
    }

    List<UUID> losers() {
        return losers;
    }

    List<SeenEvent> events() {
        return calls.stream().map(Call::event).toList();
    }

    BehaviourChange behaviour() {
        return new BehaviourChange(profile, met, rebuilt, caughtUp || recounted, losers, calls);
    }

    Set<TraitPath> traits() {
        return traits;
    }

    Set<Purpose> purposes() {
        return purposes;
    }

    Set<String> joinedSegments() {
        return joined;
    }

    Set<String> leftSegments() {
        return left;
    }

    /** Whether it is on a list after the change. */
    boolean isListed(String segment, boolean before) {
        return lists == null
                ? (before || joined.contains(segment)) && !left.contains(segment)
                : lists.contains(segment);
    }

    Origin origin() {
        return origin;
    }

    boolean isMet() {
        return met;
    }

    boolean isRebuilt() {
        return rebuilt;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }
}

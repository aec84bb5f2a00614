package io.rapport.profile.cohort;

import io.rapport.profile.cohort.CohortView.Rejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts what comes of a request, chunk after chunk. */
final class Tally {
    private static final int MOST_REJECTED = 100;

    private final boolean dryRun;
    private final Set<UUID> added = new HashSet<>();
    private final Set<UUID> removed = new HashSet<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long alreadyMembers;
    private long notMembers;
    private long unknown;
    private long invalid;

    Tally(boolean dryRun, CohortChange change) {
        this.dryRun = dryRun;
        Stream.of(change.add(), change.remove()).map(Roll::unreadable).forEach(unreadable -> {
            invalid += unreadable.size();
            unreadable.stream().limit(MOST_REJECTED - rejected.size()).forEach(rejected::add);
        });
    }

    boolean isDryRun() {
        return dryRun;
    }

    void unknown(Place place) {
        unknown++;
        if (rejected.size() < MOST_REJECTED) {
            rejected.add(Rejected.of(place, "Nobody is known by that."));
        }
    }

    /**
     * Counts additions.
     *
     * @param named the profiles that were named, each as often as it was
     * @param members those of them who are members, without what a dry run left undone
     */
    void added(List<UUID> named, Set<UUID> members) {
        for (UUID profile : named) {
            boolean isNew = !members.contains(profile) && added.add(profile);
            alreadyMembers += isNew ? 0 : 1;
        }
    }

    /** Counts removals, likewise. */
    void removed(List<UUID> named, Set<UUID> members) {
        for (UUID profile : named) {
            boolean isMember = members.contains(profile) || (dryRun && added.contains(profile));
            boolean goes = isMember && removed.add(profile);
            notMembers += goes ? 0 : 1;
        }
    }

    CohortView view() {
        return new CohortView(
                dryRun, added.size(), alreadyMembers, removed.size(), notMembers, unknown, invalid, rejected);
    }
}

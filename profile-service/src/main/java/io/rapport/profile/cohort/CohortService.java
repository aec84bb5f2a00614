package io.rapport.profile.cohort;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.membership.ListedStore;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.ProfileChange;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.profile.ProfileStore;
import io.rapport.profile.reference.People;
import io.rapport.profile.reference.PersonReference;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segment.SegmentBooks;
import io.rapport.profile.segment.SegmentKind;
import io.rapport.profile.sql.LostRace;
import io.rapport.profile.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the lists of static segments. A request of many people goes some at a time, each a transaction that is whole, so that
 * no event waits long for a person's row; cut off, it is sent again and goes on, for whoever is on the list stays there once.
 */
@ApplicationScoped
class CohortService {
    private static final int CHUNK = 500;
    private static final int MOST_RACES = 20;

    private final Pool pool;
    private final SegmentBooks books;
    private final CohortStore store;
    private final ProfileStore profiles;
    private final ListedStore lists;
    private final Memberships memberships;
    private final Visitors visitors;
    private final People people;
    private final InstantSource clock;

    CohortService(
            Pool pool,
            SegmentBooks books,
            CohortStore store,
            ProfileStore profiles,
            ListedStore lists,
            Memberships memberships,
            Visitors visitors,
            People people,
            InstantSource clock) {
        this.pool = pool;
        this.books = books;
        this.store = store;
        this.profiles = profiles;
        this.lists = lists;
        this.memberships = memberships;
        this.visitors = visitors;
        this.people = people;
        this.clock = clock;
    }

    /** Which way people go. */
    private enum Way {
        ON,
        OFF
    }

    Uni<CohortView> change(String segment, CohortChange change, boolean dryRun) {
        Tally tally = new Tally(dryRun, change);
        return pool.withTransaction(books::hold)
                .invoke(book -> list(book, segment))
                .chain(() -> move(segment, change.add().mentions(), Way.ON, tally))
                .chain(() -> move(segment, change.remove().mentions(), Way.OFF, tally))
                .map(done -> tally.view());
    }

    /** Takes one person off a list; who is not on it is no error. */
    Uni<Void> remove(String segment, UUID profile) {
        PersonReference who = new PersonReference.ById(profile);
        Roll nobody = new Roll();
        Roll one = new Roll();
        one.name(Place.pointer("/profileId"), () -> who);
        return people.require(pool, who)
                .chain(() -> change(segment, new CohortChange(nobody, one), false))
                .replaceWithVoid();
    }

    private static Segment list(SegmentBook book, String id) {
        Segment segment = book.find(id).orElseThrow(() -> Problem.notFound("segment", id));
        if (segment.kind() != SegmentKind.STATIC) {
            throw Problem.of(ProfileProblem.SEGMENT_NOT_STATIC, "Change its condition, or make a static segment.");
        }
        return segment;
    }

    private Uni<Void> move(String segment, List<Mention> mentions, Way way, Tally tally) {
        if (mentions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Mention> chunk = mentions.subList(0, Math.min(CHUNK, mentions.size()));
        return LostRace.retried(
                        pool.withTransaction(
                                transaction -> moveChunk(transaction, segment, chunk, way, tally.isDryRun())),
                        MOST_RACES)
                .invoke(moved -> count(chunk, moved, way, tally))
                .call(moved -> visitors.forget(pool, moved.turned()))
                .chain(() -> move(segment, mentions.subList(chunk.size(), mentions.size()), way, tally));
    }

    /**
     * What a transaction found and did.
     *
     * @param members those of the people named who were members before
     * @param turned profiles of which a membership began or ended
     */
    private record Moved(CohortStore.Found found, Set<UUID> members, Set<UUID> turned) {
        List<UUID> named(List<Mention> mentions) {
            return mentions.stream()
                    .map(Mention::who)
                    .map(found::profile)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private static void count(List<Mention> chunk, Moved moved, Way way, Tally tally) {
        chunk.stream()
                .filter(mention -> moved.found().profile(mention.who()) == null)
                .forEach(mention -> tally.unknown(mention.place()));
        switch (way) {
            case ON -> tally.added(moved.named(chunk), moved.members());
            case OFF -> tally.removed(moved.named(chunk), moved.members());
        }
    }

    private Uni<Moved> moveChunk(
            SqlConnection transaction, String segment, List<Mention> chunk, Way way, boolean dryRun) {
        return store.find(transaction, chunk).chain(found -> {
            Set<UUID> named = new HashSet<>(new Moved(found, Set.of(), Set.of()).named(chunk));
            Uni<Void> locked = dryRun ? Uni.createFrom().voidItem() : lock(transaction, named);
            return locked.chain(() -> books.hold(transaction)).chain(book -> {
                Segment list = list(book, segment);
                return store.members(transaction, list.no(), named)
                        .chain(members -> (dryRun
                                        ? Uni.createFrom().item(Set.<UUID>of())
                                        : write(transaction, list, named, way))
                                .map(turned -> new Moved(found, members, turned)));
            });
        });
    }

    private Uni<Void> lock(SqlConnection transaction, Set<UUID> named) {
        return profiles.lock(transaction, named)
                .invoke(locked -> {
                    if (locked.size() != named.size()) {
                        throw new LostRace("a profile was merged or erased");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Set<UUID>> write(SqlConnection transaction, Segment list, Collection<UUID> named, Way way) {
        List<ProfileChange> changes = new ArrayList<>();
        for (UUID profile : named) {
            ProfileChange change = new ProfileChange(profile);
            changes.add(way == Way.ON ? change.joined(list.id()) : change.left(list.id()));
        }
        Uni<Void> listed = way == Way.ON
                ? lists.add(transaction, list.no(), named, clock.instant())
                : lists.remove(transaction, list.no(), named);
        return listed.chain(() -> memberships.update(transaction, changes));
    }
}

package io.rapport.profile.membership;

import io.rapport.events.ProfileEvent;
import io.rapport.events.SegmentEntered;
import io.rapport.events.SegmentExited;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.Outbox;
import io.rapport.platform.outbox.OutboxRecord;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.computed.store.Behaviours;
import io.rapport.profile.condition.Finding;
import io.rapport.profile.membership.MemberStore.Turn;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segment.SegmentBooks;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps up what profiles' events add up to, and memberships, in the transaction that changes what they follow from. To be
 * called last, with the profiles' rows locked and everything else of the change written.
 */
@ApplicationScoped
public class Memberships {
    private static final String SEQUENCE =
            "update profile p set sequence = u.s " + "from unnest($1::uuid[], $2::bigint[]) u (i, s) where p.id = u.i";

    private final SegmentBooks books;
    private final StandingStore standings;
    private final PersonStore persons;
    private final Behaviours behaviours;
    private final History history;
    private final MemberStore members;
    private final Outbox outbox;
    private final InstantSource clock;

    Memberships(
            SegmentBooks books,
            StandingStore standings,
            PersonStore persons,
            Behaviours behaviours,
            History history,
            MemberStore members,
            Outbox outbox,
            InstantSource clock) {
        this.books = books;
        this.standings = standings;
        this.persons = persons;
        this.behaviours = behaviours;
        this.history = history;
        this.members = members;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The profiles of which a membership began or ended that answers to visitors show. */
    public Uni<Set<UUID>> update(SqlConnection transaction, Collection<ProfileChange> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : behaviours
                        .follow(
                                transaction,
                                changes.stream().map(ProfileChange::behaviour).toList())
                        .chain(known ->
                                books.hold(transaction).chain(book -> update(transaction, book, changes, known)));
    }

    private Uni<Set<UUID>> update(
            SqlConnection transaction,
            SegmentBook book,
            Collection<ProfileChange> changes,
            Map<UUID, Behaviour> known) {
        Set<UUID> ids = new HashSet<>();
        Set<UUID> losers = new HashSet<>();
        Map<UUID, UUID> survivors = new HashMap<>();
        changes.forEach(change -> {
            ids.add(change.profile());
            losers.addAll(change.losers());
            change.losers().forEach(loser -> survivors.put(loser, change.profile()));
        });
        if (book.generation() == Standing.NEVER && book.isEmpty()) {
            return forget(transaction, losers).replaceWith(Set.of());
        }
        Set<UUID> all = new HashSet<>(ids);
        all.addAll(losers);
        return persons.inheritValues(transaction, survivors)
                .chain(() -> Uni.combine()
                        .all()
                        .unis(standings.read(transaction, all), persons.read(transaction, ids, known))
                        .asTuple())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> judgements(book, changes, read.getItem1(), read.getItem2()))
                .call(judgements -> judge(transaction, judgements))
                .chain(judgements -> write(transaction, book, judgements, losers));
    }

    private List<Judgement> judgements(
            SegmentBook book, Collection<ProfileChange> changes, Map<UUID, Standing> known, Map<UUID, Person> people) {
        Instant now = clock.instant();
        List<Judgement> judgements = new ArrayList<>();
        for (ProfileChange change : changes) {
            Person person = people.get(change.profile());
            if (person != null) {
                List<Standing> losers = change.losers().stream()
                        .map(loser -> Objects.requireNonNullElseGet(known.get(loser), Standing::none))
                        .toList();
                Standing standing = Objects.requireNonNullElseGet(known.get(change.profile()), Standing::none);
                judgements.add(new Judgement(book, change, standing, losers, person, now));
            }
        }
        return judgements;
    }

    /** Those of the profiles that a book's segment holds for; nothing is written. */
    public Uni<Set<UUID>> suppose(SqlConnection transaction, SegmentBook book, int segment, Collection<UUID> profiles) {
        return consider(transaction, book, profiles).map(judgements -> {
            Set<UUID> members = new HashSet<>();
            judgements.stream()
                    .filter(judgement -> judgement.standing().answer(segment).holds())
                    .forEach(judgement -> members.add(judgement.person().id()));
            return members;
        });
    }

    /** Why a profile is in a segment that has a condition, or is not; empty where there is no such profile. */
    public Uni<Optional<Explanation>> explain(
            SqlConnection transaction, SegmentBook book, Segment segment, UUID profile) {
        return consider(transaction, book, List.of(profile))
                .map(judgements -> judgements.stream()
                        .findFirst()
                        .map(judgement -> new Explanation(
                                judgement.standing().answer(segment.no()).holds(),
                                Finding.of(
                                        segment.rule().orElseThrow(),
                                        new StandingSubject(book, judgement.standing(), judgement.person()),
                                        judgement.now()))));
    }

    /** Whether a profile is a member, and what each leaf found. */
    public record Explanation(boolean member, List<Finding> because) {}

    /** With all that a condition may ask for. */
    private Uni<List<Judgement>> consider(SqlConnection transaction, SegmentBook book, Collection<UUID> profiles) {
        List<ProfileChange> changes = profiles.stream()
                .map(profile -> new ProfileChange(profile).caughtUp())
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        standings.read(transaction, profiles),
                        persons.read(transaction, profiles, Map.of())
                                .call(people -> persons.readFavourites(transaction, people.values())))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> judgements(book, changes, read.getItem1(), read.getItem2()))
                .call(judgements -> judge(transaction, judgements));
    }

    private Uni<Void> judge(SqlConnection transaction, List<Judgement> judgements) {
        List<Judgement> open =
                judgements.stream().filter(judgement -> !judgement.judge()).toList();
        if (open.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Person> wanted = open.stream()
                .filter(Judgement::wantsFavourites)
                .map(Judgement::person)
                .toList();
        return persons.readFavourites(transaction, wanted)
                .chain(() -> history.recall(transaction, open))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> judge(transaction, open));
    }

    private Uni<Set<UUID>> write(
            SqlConnection transaction, SegmentBook book, List<Judgement> judgements, Set<UUID> losers) {
        List<Turn> entered = new ArrayList<>();
        List<Turn> exited = new ArrayList<>();
        List<OutboxRecord> announced = new ArrayList<>();
        List<Judgement> turned = new ArrayList<>();
        for (Judgement judgement : judgements) {
            Map<Integer, Boolean> turns = judgement.turned();
            turns.forEach((no, holds) -> (holds ? entered : exited).add(new Turn(no, judgement)));
            judgement.scored().forEach((no, holds) -> (holds ? entered : exited).add(new Turn(no, judgement)));
            if (!turns.isEmpty()) {
                turned.add(judgement);
                announced.addAll(announcements(book, judgement, turns));
            }
        }
        List<Judgement> changed = judgements.stream()
                .filter(judgement -> judgement.standing().changed())
                .toList();
        return forget(transaction, losers)
                .chain(() -> Uni.combine()
                        .all()
                        .unis(
                                standings.write(transaction, changed),
                                members.enter(transaction, entered),
                                members.exit(transaction, exited),
                                sequences(transaction, turned),
                                outbox.write(transaction, announced))
                        .discardItems())
                .map(done -> {
                    Set<UUID> profiles = new HashSet<>();
                    turned.stream()
                            .filter(judgement -> isShown(book, judgement))
                            .forEach(
                                    judgement -> profiles.add(judgement.person().id()));
                    return profiles;
                });
    }

    /** Whether answers to visitors name one of the segments. */
    private static boolean isShown(SegmentBook book, Judgement judgement) {
        return judgement.turned().keySet().stream().anyMatch(no -> {
            Segment segment = book.segment(no);
            return segment == null || segment.isPublic();
        });
    }

    private static List<OutboxRecord> announcements(
            SegmentBook book, Judgement judgement, Map<Integer, Boolean> turns) {
        List<OutboxRecord> announced = new ArrayList<>();
        long sequence = judgement.person().sequence();
        for (Map.Entry<Integer, Boolean> turn : turns.entrySet()) {
            ProfileEvent event = announcement(judgement, id(book, turn.getKey()), turn.getValue(), ++sequence);
            announced.add(
                    OutboxRecord.of(Topic.PROFILE_EVENTS, event.profileId().toString(), event));
        }
        return announced;
    }

    private static String id(SegmentBook book, int no) {
        @Nullable Segment segment = book.segment(no);
        return segment == null ? Objects.requireNonNull(book.deleted(no), "A segment without a name") : segment.id();
    }

    private static ProfileEvent announcement(Judgement judgement, String segment, boolean holds, long sequence) {
        UUID profile = judgement.person().id();
        UUID id = UUID.randomUUID();
        var origin = judgement.change().origin();
        return holds
                ? new SegmentEntered(id, profile, sequence, judgement.now(), origin, segment)
                : new SegmentExited(id, profile, sequence, judgement.now(), origin, segment);
    }

    private static Uni<Void> sequences(SqlConnection transaction, List<Judgement> turned) {
        return turned.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(SEQUENCE)
                        .execute(Columns.of(turned)
                                .uuid(each -> each.person().id())
                                .bigint(each ->
                                        each.person().sequence() + each.turned().size())
                                .tuple())
                        .replaceWithVoid();
    }

    /** Nothing is kept of profiles that were merged or erased; what was announced of them ends with that. */
    Uni<Void> forget(SqlConnection transaction, Set<UUID> profiles) {
        return profiles.isEmpty()
                ? Uni.createFrom().voidItem()
                : standings
                        .delete(transaction, profiles)
                        .chain(() -> members.forget(transaction, profiles))
                        .chain(() -> behaviours.forget(transaction, profiles))
                        .chain(() -> persons.forgetValue(transaction, profiles));
    }
}

package io.rapport.profile.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.Finding;
import io.rapport.profile.condition.read.ConditionReader;
import io.rapport.profile.condition.read.Reading;
import io.rapport.profile.condition.read.SegmentCycles;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.membership.ListedStore;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.Memberships.Explanation;
import io.rapport.profile.paging.Position;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.segment.References;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segment.SegmentBooks;
import io.rapport.profile.segment.SegmentKind;
import io.rapport.profile.segment.SegmentStore;
import io.rapport.profile.segment.SegmentText;
import io.rapport.profile.segmentation.SegmentView.MemberView;
import io.rapport.profile.segmentation.SegmentView.PreviewView;
import io.rapport.profile.segmentation.SegmentView.SizeView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the segments, and answers what operators ask of them. */
@ApplicationScoped
class SegmentService {
    private static final int SUPPOSED = -1;
    private static final String SUPPOSED_ID = "(preview)";

    private final Pool pool;
    private final SegmentBooks books;
    private final SegmentStore store;
    private final SegmentQueries queries;
    private final Memberships memberships;
    private final ListedStore lists;
    private final ProfileDirectory directory;
    private final Preview preview;
    private final Backfill backfill;
    private final InstantSource clock;

    SegmentService(
            Pool pool,
            SegmentBooks books,
            SegmentStore store,
            SegmentQueries queries,
            Memberships memberships,
            ListedStore lists,
            ProfileDirectory directory,
            Preview preview,
            Backfill backfill,
            InstantSource clock) {
        this.pool = pool;
        this.books = books;
        this.store = store;
        this.queries = queries;
        this.memberships = memberships;
        this.lists = lists;
        this.directory = directory;
        this.preview = preview;
        this.backfill = backfill;
        this.clock = clock;
    }

    /** A stored segment, and whether this call made it. */
    record Saved(SegmentView segment, boolean created) {}

    Uni<Page<SegmentView>> page(@Nullable Boolean builtIn, PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        return queries.page(pool, builtIn, after, request.limit())
                .map(found -> Page.of(found, request, SegmentView::id));
    }

    Uni<SegmentView> get(String id) {
        return queries.find(pool, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static Problem unknown(String id) {
        return Problem.notFound("segment", id);
    }

    Uni<Saved> put(SegmentText text) {
        Optional<Reading> reading =
                Optional.ofNullable(text.condition()).map(json -> ConditionReader.read(json, "/condition"));
        Optional<Condition> condition = reading.map(Reading::orThrow);
        return pool.withTransaction(transaction -> books.change(transaction)
                        .chain(() -> books.hold(transaction))
                        .invoke(book -> reading.ifPresent(each -> check(book, text.id(), each)))
                        .call(book -> checkKind(transaction, book, text))
                        .chain(book -> put(transaction, book, text, condition)))
                .chain(created -> get(text.id()).map(view -> new Saved(view, created)))
                .invoke(backfill::look);
    }

    /** What it refers to is there, and does not refer to it in turn. */
    private static void check(SegmentBook book, String id, Reading reading) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> mentions = References.of(reading.orThrow(), "/condition");
        reading.segments().forEach((other, pointer) -> {
            if (!other.equals(id) && book.find(other).isEmpty()) {
                errors.add(new FieldError(pointer, "There is no segment '" + other + "'."));
            }
        });
        List<String> circle = SegmentCycles.closedBy(References.all(book), id, mentions.keySet());
        if (!circle.isEmpty()) {
            errors.add(new FieldError(
                    mentions.get(circle.get(1)),
                    "Segments must not refer to each other in a circle: " + String.join(" > ", circle) + "."));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, errors.get(0).detail(), errors);
        }
    }

    /** Whoever is in a segment came by its kind, so that stays; of an id whose last members are leaving too. */
    private Uni<Void> checkKind(SqlConnection transaction, SegmentBook book, SegmentText text) {
        if (book.find(text.id())
                .map(Segment::kind)
                .filter(kind -> kind != text.kind())
                .isPresent()) {
            throw Problem.of(ProfileProblem.SEGMENT_KIND_STAYS, "Delete the segment first, or take another id.");
        }
        return store.kindOfDeleted(transaction, text.id())
                .invoke(gone -> gone.filter(kind -> kind == SegmentKind.STATIC || text.kind() == SegmentKind.STATIC)
                        .ifPresent(kind -> {
                            throw Problem.of(
                                    ProfileProblem.SEGMENT_BEING_DELETED, "Its last members are leaving; try again.");
                        }))
                .replaceWithVoid();
    }

    /** Whether it is new. A condition that asks the same as before leaves everybody where they are. */
    private Uni<Boolean> put(
            SqlConnection transaction, SegmentBook book, SegmentText text, Optional<Condition> condition) {
        Optional<Segment> present = book.find(text.id());
        boolean isSame = present.map(Segment::rule)
                .filter(rule -> rule.map(Condition::toJson).equals(condition.map(Condition::toJson)))
                .isPresent();
        boolean isStatic = text.kind() == SegmentKind.STATIC;
        Uni<Void> written = isSame
                ? store.describe(transaction, text, clock.instant())
                : books.next(transaction)
                        .chain(generation -> store.put(
                                        transaction, text, text.kind(), generation, isStatic, clock.instant())
                                .chain(() -> store.live(transaction))
                                .chain(segments -> store.keepLeaves(transaction, segments, generation)));
        return written.replaceWith(present.isEmpty());
    }

    /** Its members are told; a segment that others refer to stays. */
    Uni<Void> delete(String id) {
        return pool.withTransaction(transaction -> books.change(transaction)
                        .chain(() -> books.hold(transaction))
                        .invoke(book -> checkUnused(book, id))
                        .chain(() -> books.next(transaction))
                        .chain(generation -> store.delete(transaction, id, generation)
                                .chain(() -> store.live(transaction))
                                .chain(segments -> store.keepLeaves(transaction, segments, generation))))
                .invoke(backfill::look);
    }

    private static void checkUnused(SegmentBook book, String id) {
        if (book.find(id).isEmpty()) {
            throw unknown(id);
        }
        List<String> users = book.segments().stream()
                .filter(segment -> segment.rule()
                        .filter(rule -> References.of(rule, "").containsKey(id))
                        .isPresent())
                .map(References::node)
                .distinct()
                .toList();
        if (!users.isEmpty()) {
            throw Problem.of(
                    ProfileProblem.SEGMENT_IN_USE, "Other segments refer to it: " + String.join(", ", users) + ".");
        }
    }

    Uni<Page<MemberView>> members(String id, PageRequest request) {
        UUID after = Position.idAfter(request);
        return get(id).chain(() -> queries.members(pool, id, after, request.limit()))
                .map(found ->
                        Page.of(found, request, member -> member.profileId().toString()));
    }

    Uni<Page<SizeView>> sizes(String id, PageRequest request) {
        Instant after = moment(request.after());
        return get(id).chain(() -> queries.sizes(pool, id, after, request.limit()))
                .map(found -> Page.of(found, request, size -> size.at().toString()));
    }

    private static Instant moment(@Nullable String after) {
        try {
            return after == null ? Instant.EPOCH : Instant.parse(after);
        } catch (DateTimeException e) {
            throw Problem.invalid("/cursor", "The cursor is not one that this list gave out.");
        }
    }

    Uni<Explanation> explain(String id, UUID profile) {
        return pool.withTransaction(transaction -> directory
                .canonical(transaction, profile)
                .map(found -> found.orElseThrow(() -> Problem.notFound("profile", profile.toString())))
                .chain(canonical -> books.hold(transaction).chain(book -> {
                    Segment segment = book.find(id).orElseThrow(() -> unknown(id));
                    return segment.kind() == SegmentKind.STATIC
                            ? lists.entries(transaction, segment.no(), canonical)
                                    .map(SegmentService::listed)
                            : memberships.explain(transaction, book, segment, canonical);
                }))
                .map(found -> found.orElseThrow(() -> Problem.notFound("profile", profile.toString()))));
    }

    private static Optional<Explanation> listed(List<ListedStore.Entry> entries) {
        boolean isOn = !entries.isEmpty();
        return Optional.of(new Explanation(
                isOn, List.of(new Finding("", isOn, EventsJson.mapper().valueToTree(entries)))));
    }

    /** Counts everybody that a condition would hold for; nothing is kept. */
    Uni<PreviewView> preview(@Nullable JsonNode json) {
        Reading reading = ConditionReader.read(json, "/condition");
        Condition condition = reading.orThrow();
        return pool.withTransaction(books::hold)
                .invoke(book -> check(book, SUPPOSED_ID, reading))
                .map(book -> book.with(new Segment(
                        SUPPOSED,
                        SUPPOSED_ID,
                        SUPPOSED_ID,
                        null,
                        false,
                        SegmentKind.CONDITION,
                        json,
                        condition,
                        book.generation() + 1,
                        null)))
                .chain(book -> preview.of(book, SUPPOSED));
    }
}

package io.rapport.profile.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.SegmentLeaf;
import io.rapport.profile.condition.read.ConditionReader;
import io.rapport.profile.condition.read.Reading;
import io.rapport.profile.condition.read.SegmentCycles;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.membership.Memberships;
import io.rapport.profile.membership.Memberships.Explanation;
import io.rapport.profile.paging.Position;
import io.rapport.profile.problem.ProfileProblem;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the segments, and answers what operators ask of them. */
@ApplicationScoped
class SegmentService {
    private static final int SUPPOSED = -1;
    private static final String SUPPOSED_ID = "(preview)";
    private static final int CHUNK = 500;
    private static final int SAMPLE = 20;

    private final Pool pool;
    private final SegmentBooks books;
    private final SegmentStore store;
    private final SegmentQueries queries;
    private final Memberships memberships;
    private final ProfileDirectory directory;
    private final ProfilesInOrder profiles;
    private final Backfill backfill;
    private final InstantSource clock;

    SegmentService(
            Pool pool,
            SegmentBooks books,
            SegmentStore store,
            SegmentQueries queries,
            Memberships memberships,
            ProfileDirectory directory,
            ProfilesInOrder profiles,
            Backfill backfill,
            InstantSource clock) {
        this.pool = pool;
        this.books = books;
        this.store = store;
        this.queries = queries;
        this.memberships = memberships;
        this.directory = directory;
        this.profiles = profiles;
        this.backfill = backfill;
        this.clock = clock;
    }

    /** A stored segment, and whether this call made it. */
    record Saved(SegmentView segment, boolean created) {}

    Uni<Page<SegmentView>> page(PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        return queries.page(pool, after, request.limit()).map(found -> Page.of(found, request, SegmentView::id));
    }

    Uni<SegmentView> get(String id) {
        return queries.find(pool, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static Problem unknown(String id) {
        return Problem.notFound("segment", id);
    }

    Uni<Saved> put(SegmentText text) {
        Reading reading = ConditionReader.read(text.condition(), "/condition");
        Condition condition = reading.orThrow();
        return pool.withTransaction(transaction -> books.change(transaction)
                        .chain(() -> books.hold(transaction))
                        .invoke(book -> check(book, text.id(), reading))
                        .chain(book -> put(transaction, book, text, condition)))
                .chain(created -> get(text.id()).map(view -> new Saved(view, created)))
                .invoke(backfill::look);
    }

    /** What it refers to is there, and does not refer to it in turn. */
    private static void check(SegmentBook book, String id, Reading reading) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Set<String>> references = new HashMap<>();
        book.segments().forEach(segment -> references.put(segment.id(), references(segment)));
        reading.segments().forEach((other, pointer) -> {
            if (!other.equals(id) && book.find(other).isEmpty()) {
                errors.add(new FieldError(pointer, "There is no segment '" + other + "'."));
            }
        });
        List<String> circle =
                SegmentCycles.closedBy(references, id, reading.segments().keySet());
        if (!circle.isEmpty()) {
            errors.add(new FieldError(
                    reading.segments().get(circle.get(1)),
                    "Segments must not refer to each other in a circle: " + String.join(" > ", circle) + "."));
        }
        if (!errors.isEmpty()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, errors.get(0).detail(), errors);
        }
    }

    private static Set<String> references(Segment segment) {
        Set<String> references = new HashSet<>();
        segment.rule().ifPresent(rule -> collect(rule, references));
        return references;
    }

    private static void collect(Condition condition, Set<String> references) {
        if (condition instanceof SegmentLeaf leaf) {
            references.add(leaf.segment());
        }
        condition.parts().forEach(part -> collect(part.condition(), references));
    }

    /** Whether it is new. A condition that asks the same as before leaves everybody where they are. */
    private Uni<Boolean> put(SqlConnection transaction, SegmentBook book, SegmentText text, Condition condition) {
        Optional<Segment> present = book.find(text.id());
        boolean isSame = present.flatMap(Segment::rule)
                .filter(rule -> rule.toJson().equals(condition.toJson()))
                .isPresent();
        Uni<Void> written = isSame
                ? store.describe(transaction, text, clock.instant())
                : books.next(transaction)
                        .chain(generation -> store.put(
                                        transaction, text, SegmentKind.CONDITION, generation, false, clock.instant())
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
                .filter(segment -> references(segment).contains(id))
                .map(Segment::id)
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
                    return memberships.explain(transaction, book, segment, canonical);
                }))
                .map(found -> found.orElseThrow(() -> Problem.notFound("profile", profile.toString()))));
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
                        book.generation() + 1)))
                .chain(book -> preview(book, new UUID(0, 0), new PreviewView(0, List.of())));
    }

    private Uni<PreviewView> preview(SegmentBook book, UUID after, PreviewView soFar) {
        return pool.withTransaction(transaction -> profiles.next(transaction, after, CHUNK)
                        .chain(ids -> memberships
                                .suppose(transaction, book, SUPPOSED, ids)
                                .map(members -> new Chunk(ids, soFar.with(members, SAMPLE)))))
                .chain(chunk -> chunk.ids().size() < CHUNK
                        ? Uni.createFrom().item(chunk.seen())
                        : preview(book, chunk.ids().get(CHUNK - 1), chunk.seen()));
    }

    private record Chunk(List<UUID> ids, PreviewView seen) {}
}

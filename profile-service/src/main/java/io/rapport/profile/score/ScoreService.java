package io.rapport.profile.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.Score;
import io.rapport.profile.condition.Score.Weighted;
import io.rapport.profile.condition.read.ScoreReader;
import io.rapport.profile.condition.read.ScoreReader.ScoreReading;
import io.rapport.profile.condition.read.SegmentCycles;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.segment.References;
import io.rapport.profile.segment.Segment;
import io.rapport.profile.segment.SegmentBook;
import io.rapport.profile.segment.SegmentBooks;
import io.rapport.profile.segment.SegmentKind;
import io.rapport.profile.segment.SegmentStore;
import io.rapport.profile.segment.SegmentText;
import io.rapport.profile.segment.Weight;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the scores. Each weighted condition is kept as a segment that nobody sees, so that leaves are shared, the clock is
 * followed and the backfill does its work as for segments; segments that ask for the score are looked at anew when it changes.
 */
@ApplicationScoped
class ScoreService {
    private final Pool pool;
    private final SegmentBooks books;
    private final SegmentStore segments;
    private final ScoreStore store;
    private final InstantSource clock;

    ScoreService(Pool pool, SegmentBooks books, SegmentStore segments, ScoreStore store, InstantSource clock) {
        this.pool = pool;
        this.books = books;
        this.segments = segments;
        this.store = store;
        this.clock = clock;
    }

    /** A stored score, and whether this call made it. */
    record Saved(ScoreView score, boolean created) {}

    Uni<Page<ScoreView>> page(PageRequest request) {
        String after = request.after() == null ? "" : request.after();
        return store.page(pool, after, request.limit()).map(found -> Page.of(found, request, ScoreView::id));
    }

    Uni<ScoreView> get(String id) {
        return store.find(pool, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static Problem unknown(String id) {
        return Problem.notFound("score", id);
    }

    Uni<Saved> put(String id, ScoreRequest request) {
        JsonNode json = Objects.requireNonNull(request.weights());
        ScoreReading reading = ScoreReader.read(json, "/weights");
        Score score = reading.score().orElseThrow(() -> invalid(reading.faults()));
        return pool.withTransaction(transaction -> books.change(transaction)
                        .chain(() -> books.hold(transaction))
                        .invoke(book -> check(book, id, reading, score))
                        .call(() -> store.put(transaction, id, request, clock.instant()))
                        .call(book -> write(transaction, book, id, score, json)))
                .chain(book ->
                        get(id).map(view -> new Saved(view, book.score(id).isEmpty())));
    }

    private static Problem invalid(List<FieldError> errors) {
        return Problem.of(CommonProblem.INVALID_REQUEST, errors.get(0).detail(), errors);
    }

    /** The segments that it refers to are there, and neither they nor other scores refer to it in turn. */
    private static void check(SegmentBook book, String id, ScoreReading reading, Score score) {
        List<FieldError> errors = new ArrayList<>();
        reading.segments().forEach((segment, pointer) -> {
            if (book.find(segment).isEmpty()) {
                errors.add(new FieldError(pointer, "There is no segment '" + segment + "'."));
            }
        });
        Map<String, String> mentions = mentions(score);
        List<String> circle = SegmentCycles.closedBy(References.all(book), Weight.node(id), mentions.keySet());
        if (!circle.isEmpty()) {
            errors.add(new FieldError(
                    mentions.get(circle.get(1)),
                    "Scores must not refer to themselves in a circle: " + String.join(" > ", circle) + "."));
        }
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    private static Map<String, String> mentions(Score score) {
        Map<String, String> mentions = new LinkedHashMap<>();
        for (int i = 0; i < score.weights().size(); i++) {
            References.of(score.weights().get(i).condition(), "/weights/" + i + "/condition")
                    .forEach(mentions::putIfAbsent);
        }
        return mentions;
    }

    /** Writes what is another than before; a score of which only the name changes leaves everybody where they are. */
    private Uni<Void> write(SqlConnection transaction, SegmentBook book, String id, Score score, JsonNode json) {
        List<Part> parts = IntStream.range(0, score.weights().size())
                .mapToObj(i ->
                        Part.of(book, id, i, score.weights().get(i), json.get(i).path("condition")))
                .toList();
        List<String> gone = book.score(id).stream()
                .map(Segment::id)
                .filter(segment -> parts.stream().noneMatch(part -> part.id().equals(segment)))
                .toList();
        if (gone.isEmpty() && parts.stream().allMatch(Part::isSame)) {
            return Uni.createFrom().voidItem();
        }
        return books.next(transaction)
                .chain(generation -> each(parts, part -> write(transaction, part, generation))
                        .chain(() -> settle(transaction, book, id, gone, generation)));
    }

    /**
     * A weighted condition as it is to be.
     *
     * @param before as it was; null for a new one
     */
    private record Part(
            String id,
            Weight weight,
            Weighted weighted,
            JsonNode json,
            @Nullable Segment before) {
        static Part of(SegmentBook book, String score, int place, Weighted weighted, JsonNode json) {
            String id = Weight.segmentId(score, place);
            Optional<Segment> before = book.score(score).stream()
                    .filter(segment -> segment.id().equals(id))
                    .findFirst();
            return new Part(id, new Weight(score, weighted.weight()), weighted, json, before.orElse(null));
        }

        boolean asksTheSame() {
            return before != null
                    && before.rule()
                            .map(Condition::toJson)
                            .filter(weighted.condition().toJson()::equals)
                            .isPresent();
        }

        boolean isSame() {
            Weight was = before == null ? null : before.weight();
            return asksTheSame()
                    && was != null
                    && was.points().compareTo(weight.points()) == 0
                    && json.equals(before.json());
        }

        SegmentText text() {
            return new SegmentText(id, id, null, false, json, false);
        }
    }

    private Uni<Void> write(SqlConnection transaction, Part part, long generation) {
        Uni<Void> written = part.asksTheSame()
                ? segments.describe(transaction, part.text(), clock.instant())
                : segments.put(transaction, part.text(), SegmentKind.CONDITION, generation, false, clock.instant());
        return written.chain(() -> segments.weigh(transaction, part.id(), part.weight()));
    }

    private Uni<Void> settle(
            SqlConnection transaction, SegmentBook book, String score, List<String> gone, long generation) {
        return each(gone, id -> segments.delete(transaction, id, generation).replaceWithVoid())
                .chain(() -> segments.renew(
                        transaction, askingFor(book, score).map(Segment::id).toList(), generation))
                .chain(() -> segments.live(transaction))
                .chain(live -> segments.keepLeaves(transaction, live, generation));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<? extends Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step)
                .onItem()
                .ignoreAsUni();
    }

    /** The segments, and other scores' conditions, that ask for a score. */
    private static Stream<Segment> askingFor(SegmentBook book, String score) {
        return book.segments().stream()
                .filter(segment -> segment.rule()
                        .filter(rule -> References.of(rule, "").containsKey(Weight.node(score)))
                        .isPresent());
    }

    Uni<Void> delete(String id) {
        return pool.withTransaction(transaction -> books.change(transaction)
                .chain(() -> books.hold(transaction))
                .invoke(book -> checkUnused(book, id))
                .chain(book -> books.next(transaction)
                        .chain(generation -> settle(
                                transaction,
                                book,
                                id,
                                book.score(id).stream().map(Segment::id).toList(),
                                generation)))
                .chain(() -> store.delete(transaction, id)));
    }

    private static void checkUnused(SegmentBook book, String id) {
        if (book.score(id).isEmpty()) {
            throw unknown(id);
        }
        List<String> users =
                askingFor(book, id).map(References::node).distinct().toList();
        if (!users.isEmpty()) {
            throw Problem.of(
                    ProfileProblem.SCORE_IN_USE, "Segments or scores ask for it: " + String.join(", ", users) + ".");
        }
    }
}

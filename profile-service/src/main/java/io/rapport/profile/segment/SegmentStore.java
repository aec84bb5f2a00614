package io.rapport.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.read.ConditionReader;
import io.rapport.profile.condition.touch.TouchIndex;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code segment} and {@code segment_leaf}. */
@ApplicationScoped
public class SegmentStore {
    private static final String SELECT =
            "select no, id, name, description, is_public, kind, condition::text as condition, "
                    + "generation, score_id, weight from segment where not deleted ";
    private static final String PUT = "insert into segment (id, name, description, is_public, kind, condition, "
            + "generation, ready, built_in, created_at, updated_at) "
            + "values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10, $10) on conflict (id) do update set "
            + "name = excluded.name, description = excluded.description, is_public = excluded.is_public, "
            + "kind = excluded.kind, condition = excluded.condition, generation = excluded.generation, "
            + "ready = excluded.ready, deleted = false, updated_at = excluded.updated_at";
    private static final String DESCRIBE = "update segment set name = $2, description = $3, is_public = $4, "
            + "condition = coalesce($5::text::jsonb, condition), updated_at = $6 where id = $1";
    private static final String DELETE =
            "update segment set deleted = true, ready = false, generation = $2 where id = $1 and not deleted";
    private static final String WEIGH = "update segment set score_id = $2, weight = $3 where id = $1";
    private static final String RENEW = "update segment set generation = $2, ready = false where id = any($1)";
    private static final String KEEP =
            "insert into segment_leaf (id, generation) select l, $2 from unnest($1::text[]) l "
                    + "order by l on conflict do nothing";
    private static final String DROP = "delete from segment_leaf where not id = any($1)";

    /** All that are not deleted, by id. */
    public Uni<List<Segment>> live(SqlClient client) {
        return client.query(SELECT + "order by id").execute().map(SegmentStore::segments);
    }

    /** The ids by number of those that are deleted and may still have members. */
    Uni<Map<Integer, String>> deleted(SqlClient client) {
        return client.query("select no, id from segment where deleted")
                .execute()
                .map(rows -> {
                    Map<Integer, String> deleted = new HashMap<>();
                    rows.forEach(row -> deleted.put(row.getInteger(0), row.getString(1)));
                    return deleted;
                });
    }

    public Uni<Optional<Segment>> find(SqlClient client, String id) {
        return client.preparedQuery(SELECT + "and id = $1")
                .execute(Tuple.of(id))
                .map(rows -> segments(rows).stream().findFirst());
    }

    /** Of what kind one is that is deleted and may still have members; empty where there is none. */
    public Uni<Optional<SegmentKind>> kindOfDeleted(SqlClient client, String id) {
        return client.preparedQuery("select kind from segment where deleted and id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(SegmentKind.valueOf(rows.iterator().next().getString(0))));
    }

    private static List<Segment> segments(RowSet<Row> rows) {
        List<Segment> segments = new ArrayList<>();
        rows.forEach(row -> segments.add(segment(row)));
        return segments;
    }

    private static Segment segment(Row row) {
        JsonNode json = json(row.getString("condition"));
        return new Segment(
                row.getInteger("no"),
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_public"),
                SegmentKind.valueOf(row.getString("kind")),
                json,
                json == null ? null : ConditionReader.read(json, "/condition").orThrow(),
                row.getLong("generation"),
                weight(row));
    }

    private static @Nullable Weight weight(Row row) {
        String score = row.getString("score_id");
        return score == null ? null : new Weight(score, row.getBigDecimal("weight"));
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /**
     * Creates it or replaces its condition.
     *
     * @param ready whether nobody has to be looked at for it
     */
    public Uni<Void> put(
            SqlClient transaction, SegmentText text, SegmentKind kind, long generation, boolean ready, Instant now) {
        Tuple values = Tuple.tuple()
                .addString(text.id())
                .addString(text.name())
                .addString(text.description())
                .addBoolean(text.isPublic())
                .addString(kind.name())
                .addString(text.condition() == null ? null : text.condition().toString())
                .addLong(generation)
                .addBoolean(ready)
                .addBoolean(text.builtIn())
                .addOffsetDateTime(Columns.utc(now));
        return transaction.preparedQuery(PUT).execute(values).replaceWithVoid();
    }

    /** Changes what is said of it, and how its condition is written, but not what the condition asks. */
    public Uni<Void> describe(SqlClient transaction, SegmentText text, Instant now) {
        Tuple values = Tuple.tuple()
                .addString(text.id())
                .addString(text.name())
                .addString(text.description())
                .addBoolean(text.isPublic())
                .addString(text.condition() == null ? null : text.condition().toString())
                .addOffsetDateTime(Columns.utc(now));
        return transaction.preparedQuery(DESCRIBE).execute(values).replaceWithVoid();
    }

    /** Makes it a weighted condition of a score, or changes what it is worth. */
    public Uni<Void> weigh(SqlClient transaction, String id, Weight weight) {
        return transaction
                .preparedQuery(WEIGH)
                .execute(Tuple.of(id, weight.score(), weight.points()))
                .replaceWithVoid();
    }

    /** Has everybody looked at anew by these segments, for what they refer to is another. */
    public Uni<Void> renew(SqlClient transaction, Collection<String> ids, long generation) {
        return transaction
                .preparedQuery(RENEW)
                .execute(Columns.texts(ids).addLong(generation))
                .replaceWithVoid();
    }

    /** Whether there was one to delete. */
    public Uni<Boolean> delete(SqlClient transaction, String id, long generation) {
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(id, generation))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Keeps the leaves of these conditions from now on, and no others. */
    public Uni<Void> keepLeaves(SqlConnection transaction, Collection<Segment> segments, long generation) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        segments.forEach(segment -> segment.rule().ifPresent(rule -> conditions.put(segment.id(), rule)));
        List<String> leaves = new TouchIndex(conditions)
                .leaves().stream().map(leaf -> leaf.id().value()).toList();
        return transaction
                .preparedQuery(DROP)
                .execute(Columns.texts(leaves))
                .chain(() -> transaction
                        .preparedQuery(KEEP)
                        .execute(Columns.texts(leaves).addLong(generation)))
                .replaceWithVoid();
    }
}

package io.rapport.profile.score;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.score.ScoreView.WeightView;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of {@code score}; their weighted conditions are rows of {@code segment}. */
@ApplicationScoped
class ScoreStore {
    private static final String SELECT = "select c.id, c.name, c.description, c.created_at, c.updated_at, "
            + "bool_and(s.ready) as ready, jsonb_agg(jsonb_build_object('condition', s.condition, 'weight', s.weight) "
            + "order by split_part(s.id, '/', 2)::int)::text as weights from score c "
            + "join segment s on s.score_id = c.id and not s.deleted ";
    private static final String ONE = SELECT + "where c.id = $1 group by c.id";
    private static final String PAGE = SELECT + "where c.id > $1 group by c.id order by c.id limit $2";
    private static final String PUT = "insert into score (id, name, description, created_at, updated_at) "
            + "values ($1, $2, $3, $4, $4) on conflict (id) do update set name = excluded.name, "
            + "description = excluded.description, updated_at = excluded.updated_at";

    Uni<Optional<ScoreView>> find(SqlClient client, String id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> views(rows).stream().findFirst());
    }

    /** By id; one row more than asked for where there are more. */
    Uni<List<ScoreView>> page(SqlClient client, String after, int limit) {
        return client.preparedQuery(PAGE).execute(Tuple.of(after, limit + 1)).map(ScoreStore::views);
    }

    Uni<Void> put(SqlClient transaction, String id, ScoreRequest request, Instant now) {
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.of(id, request.name(), request.description(), Columns.utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlClient transaction, String id) {
        return transaction
                .preparedQuery("delete from score where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private static List<ScoreView> views(RowSet<Row> rows) {
        List<ScoreView> views = new ArrayList<>();
        rows.forEach(row -> views.add(view(row)));
        return views;
    }

    private static ScoreView view(Row row) {
        List<WeightView> weights = new ArrayList<>();
        EventsJson.read(row.getString("weights").getBytes(StandardCharsets.UTF_8), JsonNode.class)
                .forEach(each -> weights.add(new WeightView(
                        each.path("condition"),
                        new BigDecimal(each.path("weight").asText()))));
        return new ScoreView(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                weights,
                row.getBoolean("ready") ? "ready" : "backfilling",
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}

package io.rapport.profile.segmentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.segment.SegmentKind;
import io.rapport.profile.segmentation.SegmentView.MemberView;
import io.rapport.profile.segmentation.SegmentView.SizeView;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads segments with their sizes and progress, and who is in them. */
@ApplicationScoped
class SegmentQueries {
    private static final String SELECT = "select s.id, s.name, s.description, s.is_public, s.kind, "
            + "s.condition::text as condition, s.built_in, s.ready, s.created_at, s.updated_at, "
            + "s.size + coalesce((select sum(change) from segment_size_change c where c.segment_no = s.no), 0)::bigint "
            + "as size, case when s.ready then 1 when b.generation >= s.generation and b.total > 0 "
            + "then least(b.done::double precision / b.total, 0.999) else 0 end::double precision as progress "
            + "from segment s left join segment_backfill b on true where not s.deleted and s.score_id is null ";
    private static final String MEMBERS = "select m.profile_id, m.entered_at from segment_member m "
            + "join segment s on s.no = m.segment_no where s.id = $1 and m.profile_id > $2 order by m.profile_id limit $3";
    private static final String SIZES =
            "select z.hour, z.size from segment_size z join segment s on s.no = z.segment_no "
                    + "where s.id = $1 and z.hour > $2 order by z.hour limit $3";

    Uni<Optional<SegmentView>> find(SqlClient client, String id) {
        return list(client, SELECT + "and s.id = $1", Tuple.of(id), SegmentQueries::view)
                .map(found -> found.stream().findFirst());
    }

    /** By id; one row more than asked for where there are more. */
    Uni<List<SegmentView>> page(SqlClient client, @Nullable Boolean builtIn, String after, int limit) {
        return list(
                client,
                SELECT + "and s.id > $1 and ($3::boolean is null or s.built_in = $3) order by s.id limit $2",
                Tuple.of(after, limit + 1, builtIn),
                SegmentQueries::view);
    }

    Uni<List<MemberView>> members(SqlClient client, String id, UUID after, int limit) {
        return list(
                client,
                MEMBERS,
                Tuple.of(id, after, limit + 1),
                row -> new MemberView(row.getUUID(0), row.getOffsetDateTime(1).toInstant()));
    }

    Uni<List<SizeView>> sizes(SqlClient client, String id, Instant after, int limit) {
        return list(
                client,
                SIZES,
                Tuple.of(id, Columns.utc(after), limit + 1),
                row -> new SizeView(row.getOffsetDateTime(0).toInstant(), row.getLong(1)));
    }

    private static <T> Uni<List<T>> list(SqlClient client, String sql, Tuple values, Function<Row, T> view) {
        return client.preparedQuery(sql).execute(values).map(rows -> {
            List<T> list = new ArrayList<>();
            rows.forEach(row -> list.add(view.apply(row)));
            return list;
        });
    }

    private static SegmentView view(Row row) {
        boolean isReady = row.getBoolean("ready");
        return new SegmentView(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_public"),
                SegmentKind.valueOf(row.getString("kind")),
                json(row.getString("condition")),
                row.getBoolean("built_in"),
                isReady ? "ready" : "backfilling",
                row.getDouble("progress"),
                row.getLong("size"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}

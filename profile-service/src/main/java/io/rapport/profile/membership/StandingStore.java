package io.rapport.profile.membership;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code standing}. */
@ApplicationScoped
class StandingStore {
    private static final String READ =
            "select profile_id, generation, evaluated_at, state from standing where profile_id = any($1)";
    private static final String WRITE = "insert into standing (profile_id, generation, evaluated_at, due_at, state) "
            + "select p, g, e, d, s from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], "
            + "$5::bytea[]) u (p, g, e, d, s) order by p on conflict (profile_id) do update "
            + "set generation = excluded.generation, evaluated_at = excluded.evaluated_at, due_at = excluded.due_at, "
            + "state = excluded.state";
    private static final String DELETE = "delete from standing where profile_id = any($1)";
    private static final String DUE =
            "select profile_id from standing where due_at <= $1 order by due_at, profile_id limit $2";

    Uni<Map<UUID, Standing>> read(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(READ).execute(Columns.ids(profiles)).map(rows -> {
            Map<UUID, Standing> standings = new HashMap<>();
            for (Row row : rows) {
                standings.put(row.getUUID(0), standing(row));
            }
            return standings;
        });
    }

    private static Standing standing(Row row) {
        Instant evaluatedAt = row.getOffsetDateTime(2).toInstant();
        return StandingBytes.read(row.getLong(1), evaluatedAt, row.getBuffer(3).getBytes());
    }

    Uni<Void> write(SqlClient transaction, List<Judgement> judged) {
        if (judged.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(judged)
                .uuid(each -> each.person().id())
                .bigint(each -> each.standing().generation())
                .time(each -> each.standing().evaluatedAt())
                .time(each -> each.standing().dueAt())
                .tuple()
                .addValue(judged.stream()
                        .map(each -> Buffer.buffer(StandingBytes.write(each.standing()))
                                .getDelegate())
                        .toArray(io.vertx.core.buffer.Buffer[]::new));
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    Uni<Void> delete(SqlClient transaction, Collection<UUID> profiles) {
        return transaction.preparedQuery(DELETE).execute(Columns.ids(profiles)).replaceWithVoid();
    }

    /** Profiles that wait for nothing but the clock, those that wait longest first. */
    Uni<List<UUID>> due(SqlClient client, Instant now, int most) {
        return client.preparedQuery(DUE)
                .execute(Tuple.of(Columns.utc(now), most))
                .map(rows -> {
                    List<UUID> due = new ArrayList<>();
                    rows.forEach(row -> due.add(row.getUUID(0)));
                    return due;
                });
    }
}

package io.rapport.profile.computed.store;

import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code behaviour}. */
@ApplicationScoped
class BehaviourStore {
    private static final String READ = "select profile_id, state from behaviour where profile_id = any($1)";
    private static final String WRITE = "insert into behaviour (profile_id, lost, state) "
            + "select p, l, s from unnest($1::uuid[], $2::boolean[], $3::bytea[]) u (p, l, s) order by p "
            + "on conflict (profile_id) do update set state = excluded.state, lost = excluded.lost";
    private static final String LOST =
            "select profile_id from behaviour where lost " + "and profile_id > $1 order by profile_id limit $2";
    private static final String DELETE = "delete from behaviour where profile_id = any($1)";

    Uni<Map<UUID, byte[]>> read(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(READ).execute(Columns.ids(profiles)).map(rows -> {
            Map<UUID, byte[]> states = new HashMap<>();
            for (Row row : rows) {
                states.put(row.getUUID(0), row.getBuffer(1).getBytes());
            }
            return states;
        });
    }

    Uni<Void> write(SqlClient transaction, Map<UUID, Behaviour> behaviours) {
        if (behaviours.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<UUID, Behaviour>> rows = List.copyOf(behaviours.entrySet());
        Tuple values = Columns.of(rows)
                .uuid(Map.Entry::getKey)
                .bool(each -> each.getValue().needsRecomputation())
                .tuple()
                .addValue(rows.stream()
                        .map(each -> Buffer.buffer(each.getValue().toBytes()).getDelegate())
                        .toArray(io.vertx.core.buffer.Buffer[]::new));
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    /** Some of those that ask to be computed anew. */
    Uni<List<UUID>> lost(SqlClient client, UUID after, int most) {
        return client.preparedQuery(LOST).execute(Tuple.of(after, most)).map(rows -> {
            List<UUID> lost = new ArrayList<>();
            rows.forEach(row -> lost.add(row.getUUID(0)));
            return lost;
        });
    }

    Uni<Void> delete(SqlClient transaction, Collection<UUID> profiles) {
        return profiles.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(DELETE)
                        .execute(Columns.ids(profiles))
                        .replaceWithVoid();
    }
}

package io.rapport.profile.segmentation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Everybody, some at a time. */
@ApplicationScoped
class ProfilesInOrder {
    private static final String NEXT = "select id from profile where id > $1 and merged_into is null "
            + "and erased_at is null order by id limit $2";

    private static final String COUNT = "select count(*) from profile where merged_into is null and erased_at is null";
    private static final String SOME = "select id from profile tablesample bernoulli ($1) where merged_into is null "
            + "and erased_at is null order by id";

    Uni<List<UUID>> next(SqlClient client, UUID after, int most) {
        return client.preparedQuery(NEXT).execute(Tuple.of(after, most)).map(ProfilesInOrder::ids);
    }

    Uni<Long> count(SqlClient client) {
        return client.query(COUNT).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** Each with the same probability; all of them with 1. */
    Uni<List<UUID>> some(SqlClient client, double probability) {
        return client.preparedQuery(SOME)
                .execute(Tuple.of((float) (100 * probability)))
                .map(ProfilesInOrder::ids);
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}

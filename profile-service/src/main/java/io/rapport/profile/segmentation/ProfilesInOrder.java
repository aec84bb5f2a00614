package io.rapport.profile.segmentation;

import io.smallrye.mutiny.Uni;
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

    Uni<List<UUID>> next(SqlClient client, UUID after, int most) {
        return client.preparedQuery(NEXT).execute(Tuple.of(after, most)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }
}

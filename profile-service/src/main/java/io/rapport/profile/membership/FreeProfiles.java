package io.rapport.profile.membership;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Locks profiles for work that can wait: those whose row somebody holds are left to the next round. */
final class FreeProfiles {
    private static final String LOCK = "select id from profile where id = any($1) and merged_into is null "
            + "and erased_at is null order by id for update skip locked";

    private FreeProfiles() {}

    static Uni<List<UUID>> lock(SqlConnection transaction, Collection<UUID> profiles) {
        return transaction.preparedQuery(LOCK).execute(Columns.ids(profiles)).map(rows -> {
            List<UUID> locked = new ArrayList<>();
            rows.forEach(row -> locked.add(row.getUUID(0)));
            return locked;
        });
    }
}

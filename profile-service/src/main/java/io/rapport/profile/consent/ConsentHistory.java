package io.rapport.profile.consent;

import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what was decided, where and when. */
@ApplicationScoped
class ConsentHistory {
    /** The decision that holds is the latest one of what holds; a client's repeats of it left no row. */
    private static final String STANDING = "select distinct on (d.purpose) d.* from consent_decision d "
            + "join consent c on c.profile_id = d.profile_id and c.purpose = d.purpose and c.granted = d.granted "
            + "where d.profile_id = $1 and d.decided_at <= c.changed_at order by d.purpose, d.decided_at desc";

    private static final String ALL = "select * from consent_decision where profile_id = $1 and "
            + "(decided_at < $2 or (decided_at = $2 and (purpose, granted) > ($3, $4))) "
            + "order by decided_at desc, purpose, granted limit $5";

    /** A decision as it was recorded. */
    record Decision(
            Purpose purpose, boolean granted, Instant decidedAt, String source, Origin origin, Instant recordedAt) {}

    Uni<Map<Purpose, Decision>> standing(SqlClient client, UUID profile) {
        return client.preparedQuery(STANDING).execute(Tuple.of(profile)).map(rows -> {
            Map<Purpose, Decision> standing = new EnumMap<>(Purpose.class);
            rows.forEach(row -> standing.put(decision(row).purpose(), decision(row)));
            return standing;
        });
    }

    /** The newest first. */
    Uni<List<Decision>> all(SqlClient client, UUID profile, HistoryPosition after, int limit) {
        return client.preparedQuery(ALL)
                .execute(values(profile, after).addInteger(limit))
                .map(rows -> {
                    List<Decision> decisions = new ArrayList<>();
                    rows.forEach(row -> decisions.add(decision(row)));
                    return decisions;
                });
    }

    private static Decision decision(Row row) {
        return new Decision(
                Purpose.valueOf(row.getString("purpose")),
                row.getBoolean("granted"),
                row.getOffsetDateTime("decided_at").toInstant(),
                row.getString("source"),
                Origin.valueOf(row.getString("origin")),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static Tuple values(UUID profile, HistoryPosition after) {
        return Tuple.of(profile, after.decidedAt().atOffset(ZoneOffset.UTC), after.purpose(), after.granted());
    }
}

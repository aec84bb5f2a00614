package io.rapport.profile.membership;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Rows of {@code segment_member}, and the changes of sizes that come of them. */
@ApplicationScoped
public class MemberStore {
    private static final String CHANGE_SIZE = "insert into segment_size_change (segment_no, change) ";
    private static final String ENTER =
            "with fresh as (insert into segment_member (segment_no, profile_id, entered_at) "
                    + "select s, p, a from unnest($1::int[], $2::uuid[], $3::timestamptz[]) u (s, p, a) order by s, p "
                    + "on conflict do nothing returning segment_no) "
                    + CHANGE_SIZE + "select segment_no, count(*) from fresh group by segment_no";
    private static final String EXIT = "with gone as (delete from segment_member m "
            + "using unnest($1::int[], $2::uuid[], $3::timestamptz[]) u (s, p, a) "
            + "where m.segment_no = u.s and m.profile_id = u.p returning m.segment_no) "
            + CHANGE_SIZE + "select segment_no, -count(*) from gone group by segment_no";
    private static final String FORGET =
            "with gone as (delete from segment_member where profile_id = any($1) returning segment_no) " + CHANGE_SIZE
                    + "select segment_no, -count(*) from gone group by segment_no";
    private static final String SEGMENTS = "select m.profile_id, s.id from segment_member m "
            + "join segment s on s.no = m.segment_no where m.profile_id = any($1) and not s.deleted and s.score_id is null order by s.id";
    private static final String SCORES = "select p.id, s.score_id, "
            + "coalesce(sum(s.weight) filter (where m.profile_id is not null), 0) from unnest($1::uuid[]) p (id) "
            + "cross join segment s left join segment_member m on m.segment_no = s.no and m.profile_id = p.id "
            + "where s.score_id is not null and not s.deleted group by p.id, s.score_id";

    /** A membership that begins or ends. */
    record Turn(int segment, Judgement of) {}

    Uni<Void> enter(SqlClient transaction, List<Turn> turns) {
        return execute(transaction, ENTER, turns);
    }

    Uni<Void> exit(SqlClient transaction, List<Turn> turns) {
        return execute(transaction, EXIT, turns);
    }

    private static Uni<Void> execute(SqlClient transaction, String sql, List<Turn> turns) {
        if (turns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(turns)
                .integer(Turn::segment)
                .uuid(turn -> turn.of().person().id())
                .time(turn -> turn.of().now())
                .tuple();
        return transaction.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    /** Of profiles that are no more. */
    Uni<Void> forget(SqlClient transaction, Collection<UUID> profiles) {
        return transaction.preparedQuery(FORGET).execute(Columns.ids(profiles)).replaceWithVoid();
    }

    /** The ids of the segments that each of the profiles is in, in order. */
    public Uni<Map<UUID, List<String>>> segments(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(SEGMENTS).execute(Columns.ids(profiles)).map(rows -> {
            Map<UUID, List<String>> segments = new HashMap<>();
            for (Row row : rows) {
                segments.computeIfAbsent(row.getUUID(0), id -> new ArrayList<>())
                        .add(row.getString(1));
            }
            return segments;
        });
    }

    /** The scores of each of the profiles, by id. */
    public Uni<Map<UUID, SortedMap<String, BigDecimal>>> scores(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(SCORES).execute(Columns.ids(profiles)).map(rows -> {
            Map<UUID, SortedMap<String, BigDecimal>> scores = new HashMap<>();
            rows.forEach(row -> scores.computeIfAbsent(row.getUUID(0), id -> new TreeMap<>())
                    .put(row.getString(1), row.getBigDecimal(2)));
            return scores;
        });
    }
}

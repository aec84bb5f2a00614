package io.rapport.profile.identity;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of {@code identity_link}: written where a pair is new, or was seen earlier than known; else only read. */
@ApplicationScoped
public class LinkStore {
    private static final String WRITE =
            "insert into identity_link (left_type, left_value, right_type, right_value, kind, "
                    + "at, message_id, source_id, trust) "
                    + "select u.lt, u.lv, u.rt, u.rv, u.k, u.a, u.m, u.s, u.t from unnest($1::text[], $2::text[], $3::text[], "
                    + "$4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::int[]) "
                    + "as u (lt, lv, rt, rv, k, a, m, s, t) left join identity_link l on l.left_type = u.lt "
                    + "and l.left_value = u.lv and l.right_type = u.rt and l.right_value = u.rv and l.kind = u.k "
                    + "where l.kind is null or (u.a, u.m) < (l.at, l.message_id) order by 1, 2, 3, 4, 5 "
                    + "on conflict (left_type, left_value, right_type, right_value, kind) do update "
                    + "set at = excluded.at, message_id = excluded.message_id, source_id = excluded.source_id, "
                    + "trust = excluded.trust "
                    + "where (excluded.at, excluded.message_id) < (identity_link.at, identity_link.message_id)";
    private static final String AMONG = "select l.left_type, l.left_value, l.right_type, l.right_value, l.kind "
            + "from unnest($1::text[], $2::text[]) a (t, v) join identity_link l "
            + "on l.left_type = a.t and l.left_value = a.v join unnest($1::text[], $2::text[]) b (t, v) "
            + "on l.right_type = b.t and l.right_value = b.v";
    private static final String WITHDRAW = "delete from identity_link using "
            + "unnest($1::text[], $2::text[]) a (t, v), unnest($3::text[], $4::text[]) b (t, v) where kind = 'operator' "
            + "and ((left_type = a.t and left_value = a.v and right_type = b.t and right_value = b.v) "
            + "or (left_type = b.t and left_value = b.v and right_type = a.t and right_value = a.v))";
    private static final String ERASE = "delete from identity_link l using unnest($1::text[], $2::text[]) u (t, v) "
            + "where (l.left_type = u.t and l.left_value = u.v) or (l.right_type = u.t and l.right_value = u.v)";

    public Uni<Void> write(SqlClient transaction, Collection<SeenLink> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(links)
                .text(link -> link.pair().left().type().wire())
                .text(link -> link.pair().left().value())
                .text(link -> link.pair().right().type().wire())
                .text(link -> link.pair().right().value())
                .text(link -> link.pair().kind().wire())
                .time(SeenLink::at)
                .text(SeenLink::messageId)
                .text(SeenLink::sourceId)
                .integer(link -> link.trust().code())
                .tuple();
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    /** The links that have both ends among these. */
    public Uni<List<SeenLink.Pair>> among(SqlClient client, Collection<Identifier> identifiers) {
        return client.preparedQuery(AMONG).execute(columns(identifiers).tuple()).map(rows -> {
            List<SeenLink.Pair> pairs = new ArrayList<>();
            rows.forEach(row -> pairs.add(new SeenLink.Pair(
                    identifier(row, 0), identifier(row, 2), SeenLink.Kind.of(row.getString("kind")))));
            return pairs;
        });
    }

    private static Identifier identifier(Row row, int at) {
        return new Identifier(IdentifierType.of(row.getString(at)), row.getString(at + 1));
    }

    private static Columns<Identifier> columns(Collection<Identifier> identifiers) {
        return Columns.of(identifiers).text(each -> each.type().wire()).text(Identifier::value);
    }

    /** An operator says now that these and those are two people, whatever one said before. */
    public Uni<Void> withdraw(SqlClient transaction, Collection<Identifier> these, Collection<Identifier> those) {
        Tuple values = columns(these)
                .tuple()
                .addArrayOfString(those.stream().map(each -> each.type().wire()).toArray(String[]::new))
                .addArrayOfString(those.stream().map(Identifier::value).toArray(String[]::new));
        return transaction.preparedQuery(WITHDRAW).execute(values).replaceWithVoid();
    }

    public Uni<Void> erase(SqlClient transaction, Collection<Identifier> identifiers) {
        Tuple values = columns(identifiers).tuple();
        return transaction.preparedQuery(ERASE).execute(values).replaceWithVoid();
    }
}

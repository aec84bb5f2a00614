package io.rapport.profile.identity;

import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Rows of {@code identity_cannot_link}. */
@ApplicationScoped
public class CannotLinkStore {
    private static final String COLUMNS = "c.left_type, c.left_value, c.right_type, c.right_value";
    /** Of a link that matters both ends are among these, so it is enough to look for the left one. */
    private static final String FIND = "select " + COLUMNS + " from identifier i join identity_cannot_link c "
            + "on c.left_type = i.type and c.left_value = i.value where i.profile_id = any($1) union select " + COLUMNS
            + " from unnest($2::text[], $3::text[]) u (t, v) join identity_cannot_link c "
            + "on c.left_type = u.t and c.left_value = u.v";

    private static final String WRITE =
            "insert into identity_cannot_link (left_type, left_value, right_type, right_value, at) "
                    + "select lt, lv, rt, rv, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) "
                    + "as u (lt, lv, rt, rv) order by 1, 2, 3, 4 on conflict do nothing";
    private static final String WITHDRAW = "delete from identity_cannot_link using "
            + "unnest($1::text[], $2::text[]) l (t, v), unnest($1::text[], $2::text[]) r (t, v) "
            + "where left_type = l.t and left_value = l.v and right_type = r.t and right_value = r.v";
    private static final String ERASE =
            "delete from identity_cannot_link c using unnest($1::text[], $2::text[]) u (t, v) "
                    + "where (c.left_type = u.t and c.left_value = u.v) or (c.right_type = u.t and c.right_value = u.v)";

    /** Those that may matter to what the profiles go by and to the identifiers. */
    public Uni<CannotLinks> find(SqlClient client, Collection<UUID> profiles, Collection<Identifier> identifiers) {
        Tuple values = Columns.ids(profiles)
                .addArrayOfString(
                        identifiers.stream().map(each -> each.type().wire()).toArray(String[]::new))
                .addArrayOfString(identifiers.stream().map(Identifier::value).toArray(String[]::new));
        return client.preparedQuery(FIND).execute(values).map(rows -> {
            CannotLinks found = new CannotLinks();
            rows.forEach(row -> found.add(identifier(row, 0), identifier(row, 2)));
            return found;
        });
    }

    private static Identifier identifier(Row row, int at) {
        return new Identifier(IdentifierType.of(row.getString(at)), row.getString(at + 1));
    }

    public Uni<Void> write(SqlClient transaction, List<SeenLink.Pair> pairs, Instant at) {
        Tuple values = Columns.of(pairs)
                .text(pair -> pair.left().type().wire())
                .text(pair -> pair.left().value())
                .text(pair -> pair.right().type().wire())
                .text(pair -> pair.right().value())
                .tuple()
                .addOffsetDateTime(Columns.utc(at));
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    /** An operator says now that all of these are one person. */
    public Uni<Void> withdraw(SqlClient transaction, Collection<Identifier> identifiers) {
        return transaction.preparedQuery(WITHDRAW).execute(columns(identifiers)).replaceWithVoid();
    }

    public Uni<Void> erase(SqlClient transaction, Collection<Identifier> identifiers) {
        return transaction.preparedQuery(ERASE).execute(columns(identifiers)).replaceWithVoid();
    }

    private static Tuple columns(Collection<Identifier> identifiers) {
        return Columns.of(identifiers)
                .text(each -> each.type().wire())
                .text(Identifier::value)
                .tuple();
    }
}

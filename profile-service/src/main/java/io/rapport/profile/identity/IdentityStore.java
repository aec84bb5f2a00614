package io.rapport.profile.identity;

import io.rapport.profile.sql.Columns;
import io.rapport.profile.sql.LostRace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rows of {@code identifier} and {@code identity_link}. A tie changes only under the lock of its profile's row, so what is
 * read before the lock has to be compared with what {@link #ties} reads after it.
 */
@ApplicationScoped
public class IdentityStore {
    private static final String OWNERS = "select i.type, i.value, i.profile_id "
            + "from unnest($1::text[], $2::text[]) u (t, v) join identifier i on i.type = u.t and i.value = u.v";
    private static final String TIES =
            "select type, value, profile_id, since, trust, alias, home_id from identifier where profile_id = any($1)";
    private static final String INSERT =
            "insert into identifier (type, value, profile_id, since, trust, alias, home_id) "
                    + "select t, v, p, s, r, a, coalesce(h, p) from unnest($1::text[], $2::text[], $3::uuid[], "
                    + "$4::timestamptz[], $5::int[], $6::boolean[], $7::uuid[]) as u (t, v, p, s, r, a, h) "
                    + "on conflict do nothing";
    /** Of nobody, and gone again before anybody else could see it: who would insert the same waits until the transaction ends. */
    private static final String HOLD = "insert into identifier (type, value, profile_id, since, trust, alias) "
            + "select t, v, '00000000-0000-0000-0000-000000000000', 'epoch', 0, false "
            + "from unnest($1::text[], $2::text[]) as u (t, v) on conflict do nothing";

    private static final String UPDATE =
            "update identifier set profile_id = u.p, since = u.s, trust = u.r, alias = u.a "
                    + "from unnest($1::text[], $2::text[], $3::uuid[], $4::timestamptz[], $5::int[], $6::boolean[]) "
                    + "as u (t, v, p, s, r, a) where type = u.t and value = u.v";
    private static final String DELETE = "delete from identifier using unnest($1::text[], $2::text[]) u (t, v) "
            + "where type = u.t and value = u.v";

    /** Whose these identifiers are, for those that are somebody's. */
    public Uni<Map<Identifier, UUID>> owners(SqlClient client, Collection<Identifier> identifiers) {
        return client.preparedQuery(OWNERS)
                .execute(columns(identifiers).tuple())
                .map(rows -> {
                    Map<Identifier, UUID> owners = new HashMap<>();
                    rows.forEach(row -> owners.put(identifier(row), row.getUUID(2)));
                    return owners;
                });
    }

    /** Everything that the profiles go by. */
    public Uni<List<Tie>> ties(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(TIES).execute(Columns.ids(profiles)).map(rows -> {
            List<Tie> ties = new ArrayList<>();
            rows.forEach(row -> ties.add(new Tie(identifier(row), row.getUUID(2), link(row), row.getUUID("home_id"))));
            return ties;
        });
    }

    private static Identifier identifier(Row row) {
        return new Identifier(IdentifierType.of(row.getString(0)), row.getString(1));
    }

    private static Link link(Row row) {
        return new Link(
                row.getOffsetDateTime("since").toInstant(),
                Trust.ofCode(row.getInteger("trust")),
                row.getBoolean("alias"));
    }

    private static Columns<Identifier> columns(Collection<Identifier> identifiers) {
        return Columns.of(identifiers).text(each -> each.type().wire()).text(Identifier::value);
    }

    /** Writes what changed. An identifier that somebody else tied first is a {@link LostRace}. */
    public Uni<Void> write(SqlClient transaction, GraphChanges changes) {
        return Uni.combine()
                .all()
                .unis(
                        execute(
                                transaction,
                                INSERT,
                                changes.inserted(),
                                columns(changes.inserted())
                                        .addArrayOfUUID(changes.inserted().stream()
                                                .map(Tie::home)
                                                .toArray(UUID[]::new))),
                        execute(transaction, UPDATE, changes.updated(), columns(changes.updated())),
                        execute(
                                transaction,
                                DELETE,
                                changes.deleted(),
                                columns(changes.deleted()).tuple()))
                .discardItems();
    }

    /**
     * Keeps others from tying, before this transaction ends, what it decided to leave nobody's: no profile's lock stands for
     * that. An identifier that somebody else tied first is a {@link LostRace}.
     */
    public Uni<Void> hold(SqlClient transaction, Collection<Identifier> untied) {
        List<Identifier> held = untied.stream().sorted().toList();
        return Uni.combine()
                .all()
                .unis(
                        execute(transaction, HOLD, held, columns(held).tuple()),
                        execute(transaction, DELETE, held, columns(held).tuple()))
                .discardItems();
    }

    public Uni<Void> erase(SqlClient transaction, Collection<UUID> profiles) {
        return transaction
                .preparedQuery("delete from identifier where profile_id = any($1)")
                .execute(Columns.ids(profiles))
                .replaceWithVoid();
    }

    private static Tuple columns(List<Tie> ties) {
        return Columns.of(ties)
                .text(tie -> tie.identifier().type().wire())
                .text(tie -> tie.identifier().value())
                .uuid(Tie::profile)
                .time(tie -> tie.link().since())
                .integer(tie -> tie.link().trust().code())
                .bool(tie -> tie.link().alias())
                .tuple();
    }

    private static Uni<Void> execute(SqlClient transaction, String sql, Collection<?> rows, Tuple values) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .invoke(done -> check(done, rows.size()))
                .replaceWithVoid();
    }

    private static void check(RowSet<Row> done, int expected) {
        if (done.rowCount() != expected) {
            throw new LostRace("an identifier was tied by somebody else");
        }
    }
}

package io.rapport.profile.directory;

import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.identity.Tie;
import io.rapport.profile.identity.Trust;
import io.rapport.profile.sql.Columns;
import io.rapport.profile.sql.TimeOrderedIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who goes by which identifier, and where merged profiles went. */
@ApplicationScoped
public class ProfileDirectory {
    private static final String OWNER = "select profile_id from identifier where type = $1 and value = $2";
    private static final String CANONICAL =
            "select coalesce(merged_into, id) from profile where id = $1 and erased_at is null";
    private static final String MERGED = "select id from profile where merged_into = $1 order by id";
    private static final String NEXT = "update profile set sequence = sequence + 1 where id = $1 returning sequence";
    private static final String CREATE =
            "insert into profile (id, created_at, first_seen_at, last_seen_at) " + "values ($1, $2, $2, $2)";
    private static final String TIE = "insert into identifier (type, value, profile_id, since, trust, alias, home_id) "
            + "values ($1, $2, $3, $4, $5, false, $3) on conflict do nothing returning profile_id";

    private final IdentityStore identities;
    private final InstantSource clock;

    ProfileDirectory(IdentityStore identities, InstantSource clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** Whose identifier it is; empty where it is nobody's, or none at all. */
    public Uni<Optional<UUID>> find(SqlClient client, IdentifierType type, String value) {
        return IdentifierRules.normalise(type, value, null)
                .map(identifier -> find(client, identifier))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<Optional<UUID>> find(SqlClient client, Identifier identifier) {
        return client.preparedQuery(OWNER)
                .execute(Tuple.of(identifier.type().wire(), identifier.value()))
                .map(ProfileDirectory::id);
    }

    private static Optional<UUID> id(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getUUID(0));
    }

    /**
     * Whose identifier it is, or a new profile's where it is nobody's yet; empty only where it is no identifier at all.
     *
     * @param trust how far the word of whoever names it is taken
     */
    public Uni<Optional<UUID>> findOrCreate(SqlConnection transaction, IdentifierType type, String value, Trust trust) {
        return IdentifierRules.normalise(type, value, null)
                .map(identifier -> find(transaction, identifier)
                        .chain(found -> found.isPresent()
                                ? Uni.createFrom().item(found)
                                : create(transaction, identifier, trust)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<UUID>> create(SqlConnection transaction, Identifier identifier, Trust trust) {
        UUID id = TimeOrderedIds.next();
        OffsetDateTime now = Columns.utc(clock.instant());
        Tuple tie = Tuple.tuple(List.of(identifier.type().wire(), identifier.value(), id, now, trust.code()));
        return transaction
                .preparedQuery(TIE)
                .execute(tie)
                .chain(rows -> rows.size() == 0
                        // Somebody else was first, and has committed.
                        ? find(transaction, identifier)
                        : transaction
                                .preparedQuery(CREATE)
                                .execute(Tuple.of(id, now))
                                .replaceWith(Optional.of(id)));
    }

    /** Where a profile id leads: to itself, to its survivor, or nowhere if it is unknown or erased. */
    public Uni<Optional<UUID>> canonical(SqlClient client, UUID id) {
        return client.preparedQuery(CANONICAL).execute(Tuple.of(id)).map(ProfileDirectory::id);
    }

    /** The profiles that were merged into it. */
    public Uni<List<UUID>> merged(SqlClient client, UUID id) {
        return client.preparedQuery(MERGED).execute(Tuple.of(id)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }

    /** All that the profile goes by. */
    public Uni<List<Identifier>> identifiers(SqlClient client, UUID id) {
        return identities
                .ties(client, List.of(id))
                .map(ties -> ties.stream().map(Tie::identifier).sorted().toList());
    }

    /** The next place among the profile's events; its row is locked until the transaction ends. */
    public Uni<Long> nextSequence(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery(NEXT)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}

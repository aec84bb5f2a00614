package io.rapport.profile.intake;

import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.retention.Retention;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.ErasureHandler;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Events of an erased person that were on their way when they were erased would bring them back. So their identifiers stay
 * as digests for longer than a refused event or a dead letter is kept, which may be sent again, and an event received before the erasure that names one of
 * them is not taken. One received after it is: who comes back is somebody new.
 */
@ApplicationScoped
@SystemTime("how long digests are kept")
class ErasedIdentifiers implements ErasureHandler, Retention {
    private static final Duration KEPT = Duration.ofDays(31);
    private static final String REMEMBER = "insert into erased_identifier (digest, erased_at) "
            + "select distinct d, $2::timestamptz from unnest($1::uuid[]) d order by 1 "
            + "on conflict (digest) do update set erased_at = excluded.erased_at";

    private final InstantSource clock;

    ErasedIdentifiers(InstantSource clock) {
        this.clock = clock;
    }

    /** When the owners of these identifiers were erased, for those that were. */
    Uni<Map<UUID, Instant>> find(SqlClient client, Collection<Identifier> identifiers) {
        List<UUID> digests = identifiers.stream().map(ErasedIdentifiers::digest).toList();
        return client.preparedQuery("select digest, erased_at from erased_identifier where digest = any($1)")
                .execute(Columns.ids(digests))
                .map(rows -> {
                    Map<UUID, Instant> erased = new HashMap<>();
                    rows.forEach(row ->
                            erased.put(row.getUUID(0), row.getOffsetDateTime(1).toInstant()));
                    return erased;
                });
    }

    static UUID digest(Identifier identifier) {
        return Digests.of(identifier.type().wire(), identifier.value());
    }

    @Override
    public String store() {
        return "intake";
    }

    @Override
    public Uni<Void> erase(SqlConnection transaction, ErasedPerson person) {
        List<UUID> digests = person.identifiers().stream()
                .map(identifier -> Digests.of(identifier.type(), identifier.value()))
                .toList();
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Columns.ids(digests).addOffsetDateTime(Columns.utc(clock.instant())))
                .replaceWithVoid();
    }

    @Override
    public String what() {
        return "erased identifiers";
    }

    @Override
    public Uni<Integer> sweep(SqlClient client) {
        return client.preparedQuery("delete from erased_identifier where erased_at < $1")
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(KEPT)))
                .map(RowSet::rowCount);
    }
}

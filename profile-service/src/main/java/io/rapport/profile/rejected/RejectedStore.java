package io.rapport.profile.rejected;

import io.rapport.events.Proof;
import io.rapport.events.RejectedEvent;
import io.rapport.events.SourceType;
import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.Mentions;
import io.rapport.profile.paging.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The refused events in PostgreSQL, by the id of the rejection. */
@ApplicationScoped
class RejectedStore {
    private static final String ADD = "insert into rejected_event (id, source_id, source_type, proof, proven_user_id, "
            + "message_id, reason, detail, pointer, received_at, event, recorded_at) "
            + "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing";
    private static final String PAGE = "select * from rejected_event where ($1::text is null or reason = $1) "
            + "and ($2::text is null or source_id = $2) and ($3::timestamptz is null or received_at >= $3) "
            + "and ($4::timestamptz is null or received_at < $4) and (received_at, id) < ($5, $6) "
            + "and not ($7::boolean and replayed_at is not null) order by received_at desc, id desc limit $8";
    private static final String CLAIM =
            "update rejected_event set replayed_at = $2 " + "where id = any($1) and replayed_at is null returning id";

    /** Each once, however often it is delivered. */
    Uni<Void> add(SqlClient client, List<RejectedEvent> events, Instant recordedAt) {
        return client.preparedQuery(ADD)
                .executeBatch(
                        events.stream().map(event -> values(event, recordedAt)).toList())
                .replaceWithVoid();
    }

    private static Tuple values(RejectedEvent event, Instant recordedAt) {
        return Tuple.tuple()
                .addUUID(event.id())
                .addString(text(event.sourceId()))
                .addString(event.sourceType().name())
                .addString(event.proof().name())
                .addString(text(event.provenUserId()))
                .addString(text(event.messageId()))
                .addString(text(event.reason()))
                .addString(text(event.detail()))
                .addString(text(event.pointer()))
                .addOffsetDateTime(utc(event.receivedAt()))
                .addString(text(event.event()))
                .addOffsetDateTime(utc(recordedAt));
    }

    /** A NUL is a common reason to refuse an event, and PostgreSQL takes none. */
    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    /** The newest first, one more than {@code limit} if there are more. */
    Uni<List<RejectedEntry>> page(
            SqlClient client, RejectedFilter filter, Position after, boolean openOnly, int limit) {
        Tuple values = Tuple.tuple()
                .addString(filter.reason())
                .addString(filter.source())
                .addOffsetDateTime(utc(filter.from()))
                .addOffsetDateTime(utc(filter.to()))
                .addOffsetDateTime(after.utc())
                .addUUID(after.id())
                .addBoolean(openOnly)
                .addInteger(limit + 1);
        return client.preparedQuery(PAGE).execute(values).map(RejectedStore::entries);
    }

    Uni<Optional<RejectedEntry>> find(SqlClient client, UUID id) {
        return client.preparedQuery("select * from rejected_event where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> entries(rows).stream().findFirst());
    }

    private static List<RejectedEntry> entries(RowSet<Row> rows) {
        List<RejectedEntry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(new RejectedEntry(event(row), instant(row, "replayed_at"))));
        return entries;
    }

    private static RejectedEvent event(Row row) {
        return new RejectedEvent(
                row.getUUID("id"),
                row.getString("source_id"),
                SourceType.valueOf(row.getString("source_type")),
                Proof.valueOf(row.getString("proof")),
                row.getString("proven_user_id"),
                row.getString("message_id"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("pointer"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("event"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    /** Marks them as replayed; answers with those that nobody had replayed before. */
    Uni<Set<UUID>> claim(SqlClient transaction, Collection<UUID> ids, Instant at) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(ids.toArray(UUID[]::new), utc(at)))
                .map(rows -> {
                    Set<UUID> claimed = new HashSet<>();
                    rows.forEach(row -> claimed.add(row.getUUID("id")));
                    return claimed;
                });
    }

    Uni<Integer> deleteBefore(SqlClient client, Instant recordedAt) {
        return client.preparedQuery("delete from rejected_event where recorded_at < $1")
                .execute(Tuple.of(utc(recordedAt)))
                .map(RowSet::rowCount);
    }

    /** Deletes what names any of these in a field for identifiers. */
    Uni<Void> deleteNaming(SqlClient transaction, List<ErasedPerson.Identifier> identifiers) {
        String[] values =
                identifiers.stream().map(ErasedPerson.Identifier::value).toArray(String[]::new);
        return transaction
                .preparedQuery("delete from rejected_event where event ~ any($1) or proven_user_id = any($2)")
                .execute(Tuple.of(Mentions.patterns(identifiers), values))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

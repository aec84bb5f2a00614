package io.rapport.profile.deadletter;

import io.rapport.profile.erasure.ErasedPerson;
import io.rapport.profile.erasure.Mentions;
import io.rapport.profile.paging.Position;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The dead letters in PostgreSQL. Keys and values are bytes: whatever was in them is to be sent again as it was. */
@ApplicationScoped
class DeadLetterStore {
    private static final String ADD = "insert into dead_letter (id, topic, consumer_group, fault, detail, position, "
            + "record_key, record_value, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing";
    private static final String FILTER = "($1::text is null or topic = $1) "
            + "and ($2::text is null or consumer_group = $2) and ($3::text is null or fault = $3) ";
    private static final String PAGE =
            "select * from dead_letter where " + FILTER + "and (at, id) < ($4, $5) order by at desc, id desc limit $6";
    private static final String TAKE = "select * from dead_letter where " + FILTER
            + "and replayed_at is null and topic = any($4) and at < $5 order by at, id limit $6 for update skip locked";

    Uni<Void> add(SqlClient client, List<DeadLetter> letters) {
        return client.preparedQuery(ADD)
                .executeBatch(letters.stream().map(DeadLetterStore::values).toList())
                .replaceWithVoid();
    }

    private static Tuple values(DeadLetter letter) {
        String key = letter.key();
        return Tuple.tuple()
                .addUUID(letter.id())
                .addString(letter.topic())
                .addString(letter.group())
                .addString(letter.fault())
                .addString(letter.detail())
                .addString(letter.position())
                .addValue(key == null ? null : Buffer.buffer(key.getBytes(StandardCharsets.UTF_8)))
                .addValue(letter.value() == null ? null : Buffer.buffer(letter.value()))
                .addOffsetDateTime(utc(letter.at()));
    }

    /** The newest first, one more than {@code limit} if there are more. */
    Uni<List<DeadLetter>> page(SqlClient client, DeadLetterFilter filter, Position after, int limit) {
        Tuple values = filtered(filter)
                .addOffsetDateTime(after.utc())
                .addUUID(after.id())
                .addInteger(limit + 1);
        return client.preparedQuery(PAGE).execute(values).map(DeadLetterStore::letters);
    }

    /** The oldest of these topics that were not replayed, locked; those that somebody else has at hand are left to them. */
    Uni<List<DeadLetter>> take(
            SqlClient transaction, DeadLetterFilter filter, Set<String> topics, Instant before, int limit) {
        Tuple values = filtered(filter)
                .addArrayOfString(topics.toArray(String[]::new))
                .addOffsetDateTime(utc(before))
                .addInteger(limit);
        return transaction.preparedQuery(TAKE).execute(values).map(DeadLetterStore::letters);
    }

    private static Tuple filtered(DeadLetterFilter filter) {
        return Tuple.tuple().addString(filter.topic()).addString(filter.group()).addString(filter.reason());
    }

    Uni<Optional<DeadLetter>> find(SqlClient client, UUID id) {
        return client.preparedQuery("select * from dead_letter where id = $1")
                .execute(Tuple.of(id))
                .map(rows -> letters(rows).stream().findFirst());
    }

    Uni<Optional<DeadLetter>> lock(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery("select * from dead_letter where id = $1 for update")
                .execute(Tuple.of(id))
                .map(rows -> letters(rows).stream().findFirst());
    }

    Uni<Void> markReplayed(SqlClient transaction, List<DeadLetter> letters, Instant at) {
        UUID[] ids = letters.stream().map(DeadLetter::id).toArray(UUID[]::new);
        return transaction
                .preparedQuery("update dead_letter set replayed_at = $2 where id = any($1)")
                .execute(Tuple.of(ids, utc(at)))
                .replaceWithVoid();
    }

    Uni<Integer> deleteBefore(SqlClient client, Instant at) {
        return client.preparedQuery("delete from dead_letter where at < $1")
                .execute(Tuple.of(utc(at)))
                .map(RowSet::rowCount);
    }

    /** Deletes the letters under the person's keys, and those that name the person. */
    Uni<Void> deleteOf(SqlClient transaction, ErasedPerson person) {
        Buffer[] keys = person.keys().stream()
                .map(key -> Buffer.buffer(key.getBytes(StandardCharsets.UTF_8)))
                .toArray(Buffer[]::new);
        return transaction
                .preparedQuery("delete from dead_letter where record_key = any($1::bytea[]) "
                        + "or encode(record_value, 'escape') ~ any($2)")
                .execute(Tuple.of(keys, Mentions.patternsOfBytes(person)))
                .replaceWithVoid();
    }

    private static List<DeadLetter> letters(RowSet<Row> rows) {
        List<DeadLetter> letters = new ArrayList<>();
        rows.forEach(row -> letters.add(letter(row)));
        return letters;
    }

    private static DeadLetter letter(Row row) {
        Buffer key = row.getDelegate().getBuffer("record_key");
        Buffer value = row.getDelegate().getBuffer("record_value");
        OffsetDateTime replayedAt = row.getOffsetDateTime("replayed_at");
        return new DeadLetter(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("consumer_group"),
                row.getString("fault"),
                row.getString("detail"),
                row.getString("position"),
                key == null ? null : key.toString(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(),
                row.getOffsetDateTime("at").toInstant(),
                replayedAt == null ? null : replayedAt.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

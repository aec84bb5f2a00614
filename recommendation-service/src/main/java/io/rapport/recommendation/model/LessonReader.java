package io.rapport.recommendation.model;

import io.rapport.recommendation.interaction.InteractionKind;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;

/** Reads the interactions of a window of time by a cursor, some thousand at a time. For a worker thread, as it waits. */
final class LessonReader {
    private static final int ROUND = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whoever does not allow personalization now is left out, also where an operator has changed the default. */
    private static final String READ = "select i.profile_id, i.event_id, i.kind, i.product_id, i.at from interaction i "
            + "left join consent c on c.profile_id = i.profile_id and c.purpose = 'PERSONALIZATION' "
            + "where i.at <= $1 and i.at > (select max(at) from interaction where at <= $1) - make_interval(secs => $3) "
            + "and i.kind not in (4, 6) and coalesce(c.granted, $2) "
            + "order by i.profile_id, i.at, i.event_id";

    private final SqlConnection transaction;
    private final Duration window;
    private final boolean allowedByDefault;

    /** @param window how far back from the newest interaction, so that a shop's past teaches when it is imported */
    LessonReader(SqlConnection transaction, Duration window, boolean allowedByDefault) {
        this.transaction = transaction;
        this.window = window;
        this.allowedByDefault = allowedByDefault;
    }

    /** Gives what happened until then to the lessons; {@code progress} hears how many there were so far. */
    void read(Instant until, Lessons lessons, LongConsumer progress) {
        PreparedStatement statement = transaction.prepare(READ).await().atMost(PATIENCE);
        Cursor cursor = statement.cursor(
                Tuple.of(until.atOffset(ZoneOffset.UTC), allowedByDefault, (double) window.toSeconds()));
        do {
            RowSet<Row> rows = cursor.read(ROUND).await().atMost(PATIENCE);
            rows.forEach(row -> take(row, lessons));
            progress.accept(lessons.interactions());
        } while (cursor.hasMore());
        cursor.close().await().atMost(PATIENCE);
        statement.close().await().atMost(PATIENCE);
        lessons.end();
    }

    private static void take(Row row, Lessons lessons) {
        lessons.take(
                row.getUUID(0),
                row.getUUID(1),
                InteractionKind.ofCode(row.getShort(2)),
                row.getString(3),
                row.getOffsetDateTime(4).toInstant().toEpochMilli());
    }
}

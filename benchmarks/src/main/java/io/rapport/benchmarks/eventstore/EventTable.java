package io.rapport.benchmarks.eventstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.benchmarks.shop.ShopTraffic;
import io.rapport.dev.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * profile-service's table of events, made by its own migration and written as its {@code EventStore} does: batches of 500 by
 * one statement over arrays, each a transaction and of one hour, for that is how events come in.
 */
final class EventTable {
    static final int BATCH = 500;
    static final int MONTHS = 12;
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int EVENTS_PER_PROFILE = 50;
    private static final String MIGRATION = "profile-service/src/main/resources/db/migration/V2_1__profile.sql";
    private static final String INSERT =
            "insert into event (id, profile_id, sequence, type, name, timestamp, received_at, "
                    + "source_id, message_id, user_id, anonymous_id, origin, properties, context) "
                    + "select a, b, c, d, e, f, g, h, i, j, k, l, m::jsonb, n::jsonb from unnest(?::uuid[], ?::uuid[], "
                    + "?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], "
                    + "?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as u (a, b, c, d, e, f, g, h, i, j, k, l, m, n)";
    private static final String[] TYPES = {
        "uuid",
        "uuid",
        "bigint",
        "text",
        "text",
        "timestamptz",
        "timestamptz",
        "text",
        "text",
        "text",
        "text",
        "text",
        "text",
        "text"
    };

    private final Connection connection;
    private final ObjectMapper json = new ObjectMapper();
    private final Random random;
    private final ShopTraffic traffic;
    private long number;

    EventTable(Connection connection, long seed, long planned) {
        this.connection = connection;
        this.random = new Random(seed);
        this.traffic = new ShopTraffic(seed, "store", (int) (planned / EVENTS_PER_PROFILE), 0);
    }

    void create() throws SQLException, IOException {
        Path migration = Checkout.find().root().resolve(MIGRATION);
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(migration));
            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = FIRST.plusMonths(i);
                statement.execute("create table " + partition(i) + " partition of event for values from ('" + month
                        + "-01T00:00:00Z') to ('" + month.plusMonths(1) + "-01T00:00:00Z')");
            }
        }
    }

    static String partition(int month) {
        YearMonth of = FIRST.plusMonths(month);
        return "event_%d_%02d".formatted(of.getYear(), of.getMonthValue());
    }

    int profiles() {
        return traffic.visitors();
    }

    static UUID profile(int visitor) {
        return new UUID(0x7000L | (long) visitor << 16, 0x8000_0000_0000_0000L | visitor);
    }

    void insertBatch() throws SQLException, IOException {
        Instant start = FIRST.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant hour = start.plus(Duration.ofHours(random.nextInt(MONTHS * 30 * 24)));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            rows.add(row(hour.plusMillis(i * 7L)));
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int column = 0; column < TYPES.length; column++) {
                int of = column;
                Array values = connection.createArrayOf(
                        TYPES[column], rows.stream().map(row -> row[of]).toArray());
                insert.setArray(column + 1, values);
            }
            insert.executeUpdate();
        }
    }

    private Object[] row(Instant at) throws IOException {
        int visitor = (int) Math.pow(traffic.visitors(), random.nextDouble()) - 1;
        JsonNode raw = json.readTree(traffic.of(visitor, at).json());
        JsonNode event = raw.path("event");
        boolean isTrack = event.has("event");
        return new Object[] {
            new UUID(at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong()),
            profile(visitor),
            number++,
            raw.path("type").asText(),
            isTrack ? event.path("event").asText() : "identify",
            at.toString(),
            at.toString(),
            "web",
            raw.path("messageId").asText(),
            event.path("userId").asText(null),
            event.path("anonymousId").asText(null),
            "live",
            event.path(isTrack ? "properties" : "traits").toString(),
            event.path("context").toString()
        };
    }

    /** A profile's visitor, drawn as events are: those who come often are asked for often. */
    int draw() {
        return (int) Math.pow(traffic.visitors(), random.nextDouble()) - 1;
    }

    /** Bytes of the rows, and of the indexes. */
    long[] bytes() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze event");
            try (ResultSet rows = statement.executeQuery(
                    "select sum(pg_table_size(inhrelid)), sum(pg_indexes_size(inhrelid)) from pg_inherits "
                            + "where inhparent = 'event'::regclass")) {
                rows.next();
                return new long[] {rows.getLong(1), rows.getLong(2)};
            }
        }
    }
}

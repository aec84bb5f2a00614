package io.rapport.benchmarks.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** The two queries that read events: a page of a profile's timeline, and what a segment's leaves ask of its history. */
final class EventReads {
    private static final int TIMES = 500;
    private static final int PAGE_ROWS = 51;
    private static final String PAGE =
            "select id, type, name, timestamp, received_at, source_id, message_id, sequence, "
                    + "origin, properties::text as properties, context::text as context from event "
                    + "where profile_id = ? and (timestamp, id) < ('9999-12-31Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) "
                    + "and timestamp >= '0001-01-01Z' and timestamp < '9999-12-31Z' and (?::text is null or name = ?) "
                    + "order by timestamp desc, id desc limit ?";
    private static final String HISTORY = "select profile_id, name, timestamp, "
            + "case when name = any(?) then properties::text end as properties, "
            + "case when name = any(?) then context::text end as context "
            + "from event where profile_id = any(?) and name = any(?)";
    private static final String[] COUNTED = {"Product Added", "Order Completed"};
    private static final String[] LOOKED_INTO = {"Order Completed"};

    private final Connection connection;
    private final EventTable table;

    EventReads(Connection connection, EventTable table) {
        this.connection = connection;
        this.table = table;
    }

    /** Microseconds of the first page. */
    Histogram pages() throws SQLException {
        try (PreparedStatement page = connection.prepareStatement(PAGE)) {
            page.setNull(2, java.sql.Types.VARCHAR);
            page.setNull(3, java.sql.Types.VARCHAR);
            page.setInt(4, PAGE_ROWS);
            return measure(page, profile -> page.setObject(1, profile));
        }
    }

    /** Microseconds of all events of two names. */
    Histogram histories() throws SQLException {
        try (PreparedStatement history = connection.prepareStatement(HISTORY)) {
            history.setArray(1, connection.createArrayOf("text", LOOKED_INTO));
            history.setArray(2, connection.createArrayOf("text", LOOKED_INTO));
            history.setArray(4, connection.createArrayOf("text", COUNTED));
            return measure(
                    history, profile -> history.setArray(3, connection.createArrayOf("uuid", new Object[] {profile})));
        }
    }

    private interface Binding {
        void bind(UUID profile) throws SQLException;
    }

    private Histogram measure(PreparedStatement query, Binding binding) throws SQLException {
        Histogram micros = new Histogram(3);
        for (int i = 0; i < TIMES; i++) {
            binding.bind(EventTable.profile(table.draw()));
            long start = System.nanoTime();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.getString("name");
                }
            }
            micros.recordValue((System.nanoTime() - start) / 1000);
        }
        return micros;
    }
}

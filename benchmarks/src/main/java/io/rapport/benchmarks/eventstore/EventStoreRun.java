package io.rapport.benchmarks.eventstore;

import io.rapport.benchmarks.eventstore.EventStoreFigures.Removal;
import io.rapport.benchmarks.eventstore.EventStoreFigures.Step;
import io.rapport.dev.Checkout;
import io.rapport.dev.OwnServer;
import io.rapport.dev.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills an event store of its own, step by step, in a PostgreSQL that is removed in the end. */
public final class EventStoreRun {
    private static final long SEED = 20_260_301;
    private static final long BYTES_PER_EVENT = 3_000;

    private final List<Long> steps;

    /** @param steps numbers of events, growing */
    public EventStoreRun(List<Long> steps) {
        this.steps = steps;
    }

    public EventStoreFigures run() throws IOException, SQLException {
        long planned = steps.get(steps.size() - 1);
        long free =
                Files.getFileStore(Checkout.find().testServers().getParent()).getUsableSpace();
        if (free < planned * BYTES_PER_EVENT) {
            throw new IllegalStateException(
                    planned + " events need room that is not there: " + free + " bytes are free");
        }
        try (OwnServer postgres = TestServers.shared().ownDurablePostgres();
                Connection connection = DriverManager.getConnection(url(postgres))) {
            return run(connection, planned);
        }
    }

    private static String url(OwnServer postgres) {
        return "jdbc:postgresql://" + postgres.address() + "/" + postgres.createDatabase("events")
                + "?user=rapport&password=rapport";
    }

    private EventStoreFigures run(Connection connection, long planned) throws IOException, SQLException {
        EventTable table = new EventTable(connection, SEED, planned);
        EventReads reads = new EventReads(connection, table);
        table.create();
        List<Step> measured = new ArrayList<>();
        long there = 0;
        for (long step : steps) {
            long start = System.nanoTime();
            long begun = there;
            for (; there < step; there += EventTable.BATCH) {
                table.insertBatch();
            }
            double perSecond = (there - begun) / ((System.nanoTime() - start) / 1e9);
            long[] bytes = table.bytes();
            reads.pages();
            measured.add(new Step(there, bytes[0], bytes[1], perSecond, reads.pages(), reads.histories()));
            System.err.println("event-store: " + there + " events, " + (long) perSecond + "/s");
        }
        Removal deleted = remove(connection, table, EventTable.partition(1), "delete from ");
        return new EventStoreFigures(
                measured, remove(connection, table, EventTable.partition(0), "drop table "), deleted);
    }

    private static Removal remove(Connection connection, EventTable table, String partition, String how)
            throws SQLException {
        long before = total(table);
        try (Statement statement = connection.createStatement()) {
            long events;
            try (ResultSet rows = statement.executeQuery("select count(*) from " + partition)) {
                rows.next();
                events = rows.getLong(1);
            }
            long start = System.nanoTime();
            statement.execute(how + partition);
            double millis = (System.nanoTime() - start) / 1e6;
            return new Removal(events, millis, Math.max(0, before - total(table)));
        }
    }

    private static long total(EventTable table) throws SQLException {
        long[] bytes = table.bytes();
        return bytes[0] + bytes[1];
    }
}

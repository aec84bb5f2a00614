package io.rapport.benchmarks.fault;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What profile-service has stored of a run, by messageId. */
final class StoredEvents {
    private final String jdbcUrl;

    StoredEvents(int postgresPort) {
        this(postgresPort, "rapport_profile");
    }

    StoredEvents(int postgresPort, String database) {
        this.jdbcUrl =
                "jdbc:postgresql://localhost:" + postgresPort + "/" + database + "?user=rapport&password=rapport";
    }

    /** How often each messageId of the run is stored; anything but once is a fault. */
    Map<String, Integer> ofRun(String run) throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement select = connection.prepareStatement(
                        "select message_id, count(*) from event where message_id like ? group by message_id")) {
            select.setString(1, run + "-%");
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return counts;
    }
}

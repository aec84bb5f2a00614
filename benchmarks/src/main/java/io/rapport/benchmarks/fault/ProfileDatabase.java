package io.rapport.benchmarks.fault;

import io.rapport.dev.process.Deadline;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The database of a profile-service. */
final class ProfileDatabase {
    private final String jdbcUrl;

    ProfileDatabase(int postgresPort) {
        this(postgresPort, "rapport_profile");
    }

    ProfileDatabase(int postgresPort, String database) {
        this.jdbcUrl =
                "jdbc:postgresql://localhost:" + postgresPort + "/" + database + "?user=rapport&password=rapport";
    }

    /** How often each messageId of the run is stored; anything but once is a fault. */
    Map<String, Integer> storedOf(String run) throws SQLException {
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

    /**
     * Lets the service learn again what customers are worth, which it else does once there are a tenth more orders, and after a
     * kill only when the lease of who was at it has ended.
     *
     * @return whether it has
     */
    boolean learnAnew(Duration patience) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update valuation set orders = 0, leased_until = '-infinity'");
            return Deadline.after(patience).await(() -> hasLearnt(statement));
        }
    }

    private static boolean hasLearnt(Statement statement) {
        try (ResultSet row = statement.executeQuery("select orders > 0 from valuation")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.house.Backlog;
import io.rapport.benchmarks.house.HouseAccess;
import io.rapport.benchmarks.house.InternalToken;
import io.rapport.benchmarks.house.ProcessUsage;
import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.dev.RunningHouse;
import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A house in which nobody but profile-service, what it needs, and the gateway are awake. */
final class House {
    static final String SERVICE = "profile-service";
    static final String DATABASE = "postgresql";
    static final String TOPIC = "rapport.raw-events";
    private static final String GROUP = "rapport.profile-service";
    private static final String GENERATOR = "generator";
    private static final List<String> ASLEEP = List.of("recommendation-service", "campaign-service", "survey-service");
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final RunningHouse house;
    private final Backlog backlog;
    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    House(RunningHouse house) {
        this.house = house;
        this.backlog = new Backlog(kafka());
        ASLEEP.forEach(name -> Signal.STOP.send(house.process(name).pid()));
        for (String name : List.of(SERVICE, DATABASE, "kafka", "redis")) {
            processes.put(name, house.process(name));
        }
        processes.put(GENERATOR, ProcessHandle.current());
    }

    String kafka() {
        return "localhost:" + house.port("kafka");
    }

    HouseAccess access() throws IOException {
        return HouseAccess.read(house.access());
    }

    ProfileApi profiles() throws IOException {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(house.access().resolveSibling("secrets.properties"))) {
            secrets.load(in);
        }
        return new ProfileApi(
                house.port("profile"), new InternalToken(secrets.getProperty("rapport.internal.private-key")));
    }

    long waiting() {
        return backlog.waiting(TOPIC, GROUP);
    }

    /** Returns once every event is handled, and what it led to is announced. */
    void awaitHandled() throws SQLException {
        backlog.awaitHandled(TOPIC, GROUP, PATIENCE);
        String url = "jdbc:postgresql://localhost:" + house.port("postgres")
                + "/rapport_profile?user=rapport&password=rapport";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            Deadline.after(PATIENCE).await(() -> isEmpty(statement));
        }
    }

    private static boolean isEmpty(Statement statement) {
        try (ResultSet rows = statement.executeQuery("select exists (select from outbox)")) {
            return rows.next() && !rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, process) -> seconds.put(name, ProcessUsage.cpuSeconds(process)));
        seconds.put(GENERATOR, own());
        return seconds;
    }

    /** Of this process alone: the house may be among its children. */
    private static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    double serviceMegabytes() {
        return ProcessUsage.residentMegabytes(processes.get(SERVICE));
    }
}

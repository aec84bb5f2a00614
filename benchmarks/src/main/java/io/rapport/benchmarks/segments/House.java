package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.house.Backlog;
import io.rapport.benchmarks.house.InternalToken;
import io.rapport.benchmarks.house.ProcessUsage;
import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.benchmarks.house.ServiceProcess;
import io.rapport.benchmarks.house.Surroundings;
import io.rapport.dev.OwnServer;
import io.rapport.dev.TestServers;
import io.rapport.dev.process.Deadline;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * profile-service and the gateway, with a PostgreSQL of their own that flushes each commit, and the Kafka and Redis that tests
 * share. The other services are left out: the cores are few.
 */
final class House implements AutoCloseable {
    static final String SERVICE = "profile-service";
    static final String DATABASE = "postgresql";
    private static final String GENERATOR = "generator";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final OwnServer postgres;
    private final Surroundings place;
    private final ServiceProcess profileService;
    private final ServiceProcess gateway;
    private final Backlog backlog;
    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    /**
     * Starts it.
     *
     * @param logs where the processes write
     * @param options of profile-service's JVM
     */
    House(Path logs, List<String> options) {
        this.postgres = TestServers.shared().ownDurablePostgres();
        this.place = Surroundings.with(postgres.port(), postgres.createDatabase("segments"));
        this.backlog = new Backlog(place.kafka());
        this.profileService = ServiceProcess.profileService(SERVICE, logs, place, options);
        profileService.awaitReady();
        this.gateway = ServiceProcess.gateway(logs, place, profileService);
        gateway.awaitReady();
        processes.put(SERVICE, profileService.handle());
        processes.put(DATABASE, ProcessUsage.listener(postgres.port()));
        processes.put(
                "kafka",
                ProcessUsage.listener(URI.create("kafka://" + place.kafka()).getPort()));
        processes.put("redis", ProcessUsage.listener(URI.create(place.redis()).getPort()));
        processes.put("gateway", gateway.handle());
    }

    String kafka() {
        return place.kafka();
    }

    String topic() {
        return place.topic("raw-events");
    }

    URI tracking() {
        return URI.create("http://localhost:" + gateway.port() + "/v1/track");
    }

    /** What profile-service answers. */
    ProfileApi profiles() {
        return new ProfileApi(profileService.port(), new InternalToken(place.privateKey()));
    }

    long waiting() {
        return backlog.waiting(topic(), place.group());
    }

    /** Returns once every event is handled, and what it led to is announced. */
    void awaitHandled() throws SQLException {
        backlog.awaitHandled(topic(), place.group(), PATIENCE);
        String url = "jdbc:postgresql://localhost:" + place.postgresPort() + "/" + place.database()
                + "?user=rapport&password=rapport";
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

    /** Of this process alone: the house is among its children. */
    private static double own() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    double serviceMegabytes() {
        return ProcessUsage.residentMegabytes(profileService.handle());
    }

    @Override
    public void close() {
        gateway.close();
        profileService.close();
        postgres.close();
    }
}

package io.rapport.dev.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.TestServers;
import io.rapport.dev.launch.FakeCheckout.Result;
import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.process.Signal;
import io.rapport.dev.servers.KafkaTopics;
import io.rapport.dev.servers.PostgresAddress;
import io.rapport.dev.servers.PostgresDatabases;
import io.rapport.dev.servers.PostgresServer;
import io.rapport.events.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void create() throws IOException {
        checkout = new FakeCheckout(folder.toRealPath());
    }

    @AfterEach
    void stop() throws Exception {
        checkout.run("down");
    }

    @Test
    void allComesUpShowsItsStatusRestartsWhatCrashesAndGoesDownWithoutATrace() throws Exception {
        // Given
        Result up = checkout.run("up", "--detach");
        assertThat(up.status()).as(up.output()).isZero();
        Access access = Access.read(checkout.home().access());

        // Then it tells the address and the first login, and what was started is what is shown
        assertThat(up.output()).contains(access.gateway(), access.password(), "granted by default");
        assertThat(processes()).hasSize(Part.values().length);
        Result status = checkout.run("status");
        assertThat(status.status()).isZero();
        Stream.of(Part.values()).forEach(part -> assertThat(status.output()).contains(part.processName()));
        assertThat(environmentOf(Part.PROFILE)).contains("RAPPORT_BOOTSTRAP_PASSWORD=" + access.password());

        assertThat(checkout.run("logs", "profile").output()).contains("listens on port");
        assertThat(checkout.run("reset", "--yes").output()).contains("./rapport down first");

        // When another is started in the same place
        Result second = checkout.run("up");

        // Then it says that one runs
        assertThat(second.status()).isNotZero();
        assertThat(second.output()).contains("running already");

        // When a server crashes
        Signal.KILL.send(pidOf(Part.REDIS));

        // Then it is restarted and that is said
        eventually(() -> checkout.run("status").output().lines().anyMatch(LaunchTest::isRedisRestarted));
        assertThat(Files.readString(checkout.home().launcherLog())).contains("redis ended (exit 137), restarting");

        // When all goes down
        List<ProcessHandle> running = processes();
        Result down = checkout.run("down");

        // Then nothing is left
        assertThat(down.status()).isZero();
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThat(checkout.run("status").output()).contains("not running");

        // When all is deleted
        Path foreign = Files.createFile(checkout.home().folder().resolve("notes.txt"));
        Result reset = checkout.run("reset", "--yes");

        // Then what the launcher made is gone, and nothing else
        assertThat(reset.status()).isZero();
        try (Stream<Path> left = Files.list(checkout.home().folder())) {
            assertThat(left).containsExactly(foreign);
        }
    }

    @Test
    void whatAKilledLauncherLeavesBehindIsEndedByTheNextOneWhichFindsAllDataAndStopsOnCtrlC() throws Exception {
        // Given
        assertThat(checkout.run("up", "--detach").status()).isZero();
        Access access = Access.read(checkout.home().access());
        new PostgresDatabases(postgres()).createIfAbsent("kept");
        List<ProcessHandle> leftovers = processes();
        Signal.KILL.send(new LauncherLock(checkout.home()).pid().orElseThrow());
        eventually(() -> !new LauncherLock(checkout.home()).isHeld());

        // When
        Path output = folder.resolve("up.txt");
        Process up = checkout.start(output, "up");
        eventually(() -> Files.readString(output).contains("Rapport is ready"));

        // Then nothing of the old one runs, the data is there, and the password is not shown again
        assertThat(leftovers).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(output))
                .contains("that an earlier launcher had left behind")
                .doesNotContain(access.password());
        assertThat(new PostgresDatabases(postgres()).exists("kept")).isTrue();
        assertThat(Access.read(checkout.home().access())).isEqualTo(access);

        // When
        List<ProcessHandle> running = processes();
        Signal.INT.send(up.pid());

        // Then
        assertThat(up.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(up.exitValue()).isZero();
        assertThat(running).hasSize(Part.values().length).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(output)).endsWith("Stopped.\n");
    }

    @Test
    void withExternalServersNoneIsStartedAndWhatServicesNeedIsCreatedInThem() throws Exception {
        // Given
        TestServers servers = TestServers.shared();
        String postgres =
                "postgresql://" + servers.user() + ":" + servers.password() + "@localhost:" + servers.postgresPort();

        // When
        Result up = checkout.run(
                "up",
                "--detach",
                "--external",
                "--postgres-url=" + postgres,
                "--redis-url=" + servers.redisUri(),
                "--kafka=" + servers.kafkaBootstrap());

        // Then
        assertThat(up.status()).as(up.output()).isZero();
        assertThat(processes()).hasSize(Part.BEHIND_GATEWAY.size() + 1);
        assertThat(environmentOf(Part.SURVEY))
                .contains("KAFKA_BOOTSTRAP_SERVERS=" + servers.kafkaBootstrap())
                .contains("RAPPORT_DATABASE_PORT=" + servers.postgresPort());
        PostgresDatabases databases = new PostgresDatabases(PostgresAddress.local(servers.postgresPort()));
        assertThat(PostgresServer.SERVICE_DATABASES).allMatch(databases::exists);
        assertThat(new KafkaTopics(servers.kafkaBootstrap()).createMissing(Topics.all("rapport.")))
                .isEmpty();
    }

    @Test
    void externalServersAreAskedForByTheirOptions() throws Exception {
        Result up = checkout.run("up", "--external", "--kafka=localhost:9092");

        assertThat(up.status()).isNotZero();
        assertThat(up.output()).contains("--postgres-url").contains("--redis-url");
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void eventually(Condition condition) {
        boolean held = Deadline.after(Duration.ofMinutes(3)).await(() -> {
            try {
                return condition.holds();
            } catch (IOException | InterruptedException e) {
                return false;
            }
        });
        assertThat(held).isTrue();
    }

    private static boolean isRedisRestarted(String row) {
        return row.startsWith("redis") && row.contains("ready") && row.endsWith("1");
    }

    private List<ProcessHandle> processes() {
        ProcessLedger ledger = ProcessLedger.at(checkout.home().ledger());
        return Stream.of(Part.values())
                .flatMap(part -> ledger.find(part.processName()).stream())
                .toList();
    }

    private long pidOf(Part part) {
        return ProcessLedger.at(checkout.home().ledger())
                .find(part.processName())
                .orElseThrow()
                .pid();
    }

    private PostgresAddress postgres() {
        return PostgresAddress.local(checkout.ports.get(Part.POSTGRES));
    }

    private String environmentOf(Part part) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + checkout.ports.get(part) + "/environment");
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

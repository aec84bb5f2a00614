package io.rapport.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.servers.PostgresAddress;
import io.rapport.dev.servers.PostgresDatabases;
import io.rapport.dev.servers.RedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestServersTest {
    @TempDir
    Path folder;

    private Checkout checkout;

    /** A checkout of its own, so that this test does not disturb the servers that others use at this moment. */
    @BeforeEach
    void createCheckout() throws IOException {
        Path root = folder.toRealPath();
        Files.createDirectories(root.resolve("dev"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("dev/pom.xml"));
        Path target = Checkout.find().root().resolve("dev/target");
        Files.createSymbolicLink(root.resolve("dev/target"), target);
        checkout = new Checkout(root);
    }

    @AfterEach
    void removeLink() throws IOException {
        Files.delete(checkout.root().resolve("dev/target"));
    }

    @Test
    void twoTestJvmsAtOnceShareOneStartAndNothingIsLeftAfterThem() throws Exception {
        // Given
        Path first = folder.resolve("first.txt");
        Path second = folder.resolve("second.txt");

        // When
        probe(first);
        probe(second);
        eventually(() -> lines(first).size() == 2 && lines(second).size() == 2);

        // Then
        assertThat(lines(first).get(0)).isEqualTo(lines(second).get(0));
        assertThat(lines(first).get(1)).isNotEqualTo(lines(second).get(1));
        Properties state = HostFiles.published(checkout.testServers()).orElseThrow();
        List<ProcessHandle> processes = processes(state.getProperty("run"));
        assertThat(processes).hasSize(4);

        // When nobody uses them any more
        eventually(() -> processes.stream().noneMatch(ProcessHandle::isAlive));

        // Then
        assertThat(HostFiles.published(checkout.testServers())).isEmpty();
        assertThat(checkout.testServers().resolve(state.getProperty("run"))).doesNotExist();
    }

    @Test
    void aTestMayBreakAServerOfItsOwn() {
        // Given
        TestServers servers = TestServers.shared();
        try (OwnServer redis = servers.ownRedis()) {
            RedisConnection connection = new RedisConnection(redis.port());
            assertThat(connection.answers()).isTrue();

            // When
            redis.kill();

            // Then
            assertThat(connection.answers()).isFalse();
            redis.start();
            assertThat(connection.answers()).isTrue();

            // When
            redis.pause();

            // Then
            assertThat(connection.answers()).isFalse();
            redis.resume();
            assertThat(connection.answers()).isTrue();
        }
    }

    @Test
    void databasesAndTopicsAreFreshEachTime() {
        // Given
        TestServers servers = TestServers.shared();

        // When
        List<String> databases = List.of(servers.createDatabase("Profile-Service"), servers.createDatabase("profile"));
        List<String> prefixes = List.of(servers.createTopics(), servers.createTopics());
        List<Integer> redis = List.of(servers.redisDatabase(), servers.redisDatabase());

        // Then
        PostgresDatabases existing = new PostgresDatabases(PostgresAddress.local(servers.postgresPort()));
        assertThat(databases).doesNotHaveDuplicates().allMatch(existing::exists);
        assertThat(prefixes).doesNotHaveDuplicates();
        assertThat(redis).doesNotHaveDuplicates();
    }

    /** Run by a shell that ends at once, so that the probe's JVM is nobody's child and stands for a run of its own. */
    private void probe(Path output) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = Path.of("target", "classes").toAbsolutePath() + ":"
                + Path.of("target", "test-classes").toAbsolutePath();
        String command = String.join(
                " ",
                "'" + java + "'",
                "-Drapport.root='" + checkout.root() + "'",
                "-Drapport.test-servers.grace-seconds=2",
                "-cp '" + classPath + "'",
                SharedServersProbe.class.getName(),
                ">'" + output + "' 2>&1 &");
        new ProcessBuilder("sh", "-c", command).start();
    }

    private List<ProcessHandle> processes(String run) {
        ProcessLedger ledger = ProcessLedger.at(new HostFiles(checkout.testServers(), run).ledger());
        return Stream.of("host", "postgres", "redis", "kafka")
                .flatMap(name -> ledger.find(name).stream())
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void eventually(BooleanSupplier condition) {
        assertThat(Deadline.after(Duration.ofMinutes(3)).await(condition)).isTrue();
    }
}

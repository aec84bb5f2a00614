package io.rapport.benchmarks.house;

import io.rapport.dev.Checkout;
import io.rapport.dev.TestServers;
import io.rapport.dev.process.Deadline;
import io.rapport.dev.process.JavaCommand;
import io.rapport.dev.process.Ports;
import io.rapport.dev.process.ProcessSpec;
import io.rapport.dev.process.RunningProcess;
import io.rapport.dev.process.Signal;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * profile-service alone, as a process of its own with a database and topics of its own, to be killed and started again. It is
 * a static member of its consumer group, so that the one that takes its place need not wait until Kafka misses it.
 */
public final class ProfileProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> PURPOSES = List.of("ANALYTICS", "PERSONALIZATION", "MARKETING", "ADVERTISING");

    private final TestServers servers = TestServers.shared();
    private final String database;
    private final String prefix = servers.createTopics();
    private final ProcessSpec spec;
    private final ProfileApi api;
    private final Thread end = new Thread(this::kill, "end-of-profile-service");
    private RunningProcess process;

    public ProfileProcess(String name, Path logs) {
        this.database = servers.createDatabase(name);
        int port = Ports.free();
        KeyPair keys = keys();
        this.api =
                new ProfileApi(port, new InternalToken(base64(keys.getPrivate().getEncoded())));
        this.spec =
                spec(name, logs.toAbsolutePath(), port, base64(keys.getPublic().getEncoded()));
        this.process = RunningProcess.start(spec);
        Runtime.getRuntime().addShutdownHook(end);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private ProcessSpec spec(String name, Path logs, int port, String publicKey) {
        Path root = Checkout.find().root();
        List<String> command = List.of(
                JavaCommand.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dmp.messaging.incoming.raw-events.group.instance.id=only",
                "-jar",
                root.resolve("profile-service/target/quarkus-app/quarkus-run.jar")
                        .toString());
        return new ProcessSpec(
                name,
                command,
                environment(port, publicKey),
                root,
                logs.resolve(name + ".log"),
                Signal.TERM,
                Duration.ofSeconds(20));
    }

    private Map<String, String> environment(int port, String publicKey) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
        variables.put("QUARKUS_REDIS_HOSTS", servers.redisUri(servers.redisDatabase()));
        variables.put("RAPPORT_TOPICS_PREFIX", prefix);
        variables.put("RAPPORT_INTERNAL_PUBLIC_KEYS", publicKey);
        variables.put("RAPPORT_SECRETS_KEY", base64(new byte[32]));
        variables.put("RAPPORT_BOOTSTRAP_PASSWORD", "first-password-of-the-benchmark");
        variables.put("RAPPORT_DATABASE_HOST", servers.postgresHost());
        variables.put("RAPPORT_DATABASE_PORT", String.valueOf(servers.postgresPort()));
        variables.put("RAPPORT_DATABASE_NAME", database);
        variables.put("RAPPORT_DATABASE_USERNAME", servers.user());
        variables.put("RAPPORT_DATABASE_PASSWORD", servers.password());
        PURPOSES.forEach(purpose -> variables.put("RAPPORT_CONSENT_DEFAULT_" + purpose, "granted"));
        return variables;
    }

    public ProfileApi api() {
        return api;
    }

    public String database() {
        return database;
    }

    public String topic(String name) {
        return prefix + name;
    }

    /** The consumer group that takes events in. */
    public String group() {
        return prefix + "profile-service";
    }

    /** Returns once it is ready; one that gives up while it starts is started again, as any supervisor would. */
    public void awaitReady() {
        if (!Deadline.after(PATIENCE).await(this::isReady)) {
            throw new IllegalStateException("profile-service did not start; see " + spec.log());
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            startAgain();
        }
        return api.isReady();
    }

    /** SIGKILL; returns once it is gone. */
    public void kill() {
        process.kill();
    }

    public void startAgain() {
        process = RunningProcess.start(spec);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        process.stop();
    }
}

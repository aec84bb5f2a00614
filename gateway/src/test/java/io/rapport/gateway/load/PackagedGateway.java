package io.rapport.gateway.load;

import io.rapport.dev.TestServers;
import io.rapport.events.AccessRecord;
import io.rapport.events.EventsJson;
import io.rapport.events.SourceType;
import io.rapport.events.Topic;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The jar that {@code mvn package} made, run in a process of its own on the tests' Kafka, with one source. */
final class PackagedGateway implements AutoCloseable {
    static final String WRITE_KEY = "load-write-key";

    private final Process process;
    private final int port;

    PackagedGateway(String servicesUrl) throws IOException, NoSuchAlgorithmException {
        TestServers servers = TestServers.shared();
        String prefix = servers.createTopics(12);
        announce(servers, prefix);
        this.port = freePort();
        this.process = start(servers, prefix, servicesUrl);
    }

    int port() {
        return port;
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Process start(TestServers servers, String prefix, String servicesUrl)
            throws IOException, NoSuchAlgorithmException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        List<String> command = new ArrayList<>(List.of(
                "java",
                "-Xmx512m",
                "-Dquarkus.http.port=" + port,
                "-Dkafka.bootstrap.servers=" + servers.kafkaBootstrap(),
                "-Drapport.topics.prefix=" + prefix,
                "-Drapport.internal.private-key="
                        + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())));
        for (String service : List.of("profile", "recommendation", "campaign", "survey")) {
            command.add("-Drapport.services." + service + ".url=" + servicesUrl);
        }
        command.addAll(
                List.of("-jar", Path.of("target/quarkus-app/quarkus-run.jar").toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/load-gateway.log").toFile())
                .start();
    }

    private static void announce(TestServers servers, String prefix) {
        AccessRecord.Source source = new AccessRecord.Source("load", SourceType.WEB, WRITE_KEY, "", false);
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafkaBootstrap());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(
                    new ProducerRecord<>(Topic.ACCESS.name(prefix), source.key(), EventsJson.write(source)));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

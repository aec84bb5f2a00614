package io.rapport.dev.servers;

import io.rapport.dev.process.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker itself, in this JVM. The controller's port is a free one of each start, since nobody else talks to it. */
public final class KafkaBroker {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    /** The same at each start: a folder remembers the cluster that it belongs to. */
    private static final Uuid CLUSTER = new Uuid(0x7261_7070_6f72_7400L, 1);

    private final Path data;
    private final Map<String, String> settings;

    public KafkaBroker(Path data, int port, Durability durability) {
        this.data = data;
        this.settings = settings(data, port, Ports.free());
        if (durability == Durability.RELAXED) {
            settings.put("log.index.size.max.bytes", String.valueOf(1 << 20));
            settings.put("log.initial.task.delay.ms", "1000");
        }
    }

    /** Runs until the JVM is asked to end. */
    public void run() throws Exception {
        format();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop-kafka"));
        server.startup();
        server.awaitShutdown();
    }

    private void format() throws Exception {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(NODE)
                    .setClusterId(CLUSTER.toString())
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private static Map<String, String> settings(Path data, int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.putAll(singleNode());
        settings.putAll(smallMachine());
        return settings;
    }

    private static Map<String, String> singleNode() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> smallMachine() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "4",
                "log.cleaner.enable", "true",
                "log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20),
                "log.segment.bytes", String.valueOf(128 << 20),
                "num.io.threads", "4",
                "num.network.threads", "2",
                "num.recovery.threads.per.data.dir", "2");
    }
}

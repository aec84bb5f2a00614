package io.rapport.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The baseline of event intake: one idempotent producer with acks=all and nothing before it. */
final class RawProducer {
    private static final String TOPIC = "benchmark-raw-producer";
    private static final int PARTITIONS = 12;
    private static final int MESSAGE_BYTES = 600;

    private final String bootstrap;

    RawProducer(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Acknowledged messages a second. */
    double run(double seconds) throws InterruptedException, ExecutionException {
        createTopic();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                2,
                "batch.size",
                131_072,
                "buffer.memory",
                67_108_864L);
        AtomicLong acknowledged = new AtomicLong();
        byte[] message = new byte[MESSAGE_BYTES];
        long start = System.nanoTime();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (long i = 0; System.nanoTime() - start < seconds * 1e9; i++) {
                producer.send(new ProducerRecord<>(TOPIC, "userId:load-" + i % 10_000, message), (metadata, fault) -> {
                    if (fault == null) {
                        acknowledged.incrementAndGet();
                    }
                });
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        deleteTopic();
        return acknowledged.get() / took;
    }

    private void createTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void deleteTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        }
    }
}

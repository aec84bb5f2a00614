package io.rapport.platform.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The process's one Kafka producer: acks=all and idempotent, so what it acknowledges is durable and in order. */
@ApplicationScoped
public class EventProducer {
    private final Producer<String, byte[]> producer;

    @Inject
    public EventProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this(new KafkaProducer<>(settings(bootstrap), new StringSerializer(), new ByteArraySerializer()));
    }

    EventProducer(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    private static Map<String, Object> settings(String bootstrap) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 2,
                ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024,
                ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    }

    /** Completes when Kafka has acknowledged the record. A send that would block fails instead, as transient. */
    public Uni<Void> send(ProducerRecord<String, byte[]> record) {
        return Uni.createFrom().emitter(emitter -> send(record, fault -> {
            if (fault == null) {
                emitter.complete(null);
            } else {
                emitter.fail(fault);
            }
        }));
    }

    /** The same without a {@link Uni} per record, for the intake's many; called on the producer's thread. */
    public void send(ProducerRecord<String, byte[]> record, Consumer<@Nullable Exception> done) {
        try {
            producer.send(record, (metadata, fault) -> done.accept(fault));
        } catch (RuntimeException e) {
            done.accept(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(10));
    }
}

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
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The process's one Kafka producer: acks=all and idempotent, so what it acknowledges is durable and in order. It may be
 * called on an event loop: a send that would have to wait (for room, or for a topic that Kafka has not told of yet) fails
 * instead, as transient.
 */
@ApplicationScoped
public class EventProducer {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;

    @Inject
    public EventProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this(ProducerSettings.prompt(bootstrap));
    }

    private EventProducer(Map<String, Object> settings) {
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** One for worker threads, that waits for Kafka however long it is away; the caller closes it. */
    public static EventProducer patient(String bootstrap) {
        return new EventProducer(ProducerSettings.patient(bootstrap));
    }

    /** Completes when Kafka has acknowledged the record. */
    public Uni<Void> send(ProducerRecord<String, byte[]> record) {
        return Uni.createFrom()
                .emitter(emitter -> send(record, fault -> {
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
            var unused = producer.send(record, (metadata, fault) -> done.accept(fault));
        } catch (RuntimeException e) {
            done.accept(e);
        }
    }

    /** Whether Kafka has told of the topic; where it has not, it is asked. */
    boolean knows(String topic) {
        try {
            return !producer.partitionsFor(topic).isEmpty();
        } catch (KafkaException e) {
            return false;
        }
    }

    @PreDestroy
    public void close() {
        producer.close(CLOSE_PATIENCE);
    }
}

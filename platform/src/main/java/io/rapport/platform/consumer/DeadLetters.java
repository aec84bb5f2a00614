package io.rapport.platform.consumer;

import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Sends a record that no retry would mend to the dead-letter topic, with what it takes to list and replay it. */
@ApplicationScoped
public class DeadLetters {
    public static final String TOPIC_HEADER = "rapport-topic";
    public static final String GROUP_HEADER = "rapport-group";
    public static final String REASON_HEADER = "rapport-reason";
    public static final String POSITION_HEADER = "rapport-position";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final EventProducer producer;
    private final String topic;

    public DeadLetters(EventProducer producer, PlatformConfig config) {
        this.producer = producer;
        this.topic = Topic.DEAD_LETTERS.name(config.topics().prefix());
    }

    Uni<Void> send(String group, ConsumerRecord<String, byte[]> record, Throwable fault) {
        String position = record.partition() + "/" + record.offset();
        LOG.errorf(fault, "%s sets aside %s %s", group, record.topic(), position);
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic, record.key(), record.value());
        header(letter, TOPIC_HEADER, record.topic());
        header(letter, GROUP_HEADER, group);
        header(letter, POSITION_HEADER, position);
        header(letter, REASON_HEADER, fault.getClass().getSimpleName() + ": " + fault.getMessage());
        return producer.send(letter);
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

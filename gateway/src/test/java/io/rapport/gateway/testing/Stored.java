package io.rapport.gateway.testing;

import io.rapport.events.EventsJson;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import io.rapport.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What has reached Kafka, read from the beginning to the end that it has now. */
@ApplicationScoped
public class Stored {
    private final String bootstrap;
    private final String prefix;

    Stored(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            @ConfigProperty(name = "rapport.topics.prefix") String prefix) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
    }

    /** The accepted events of a source, each partition's in order. */
    public List<RawEvent> events(String sourceId) {
        return records(Topic.RAW_EVENTS).stream()
                .map(record -> EventsJson.read(record.value(), RawEvent.class))
                .filter(event -> event.sourceId().equals(sourceId))
                .toList();
    }

    public List<RejectedEvent> rejected(String sourceId) {
        return records(Topic.REJECTED_EVENTS).stream()
                .map(record -> EventsJson.read(record.value(), RejectedEvent.class))
                .filter(event -> event.sourceId().equals(sourceId))
                .toList();
    }

    public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return records(consumer, topic.name(prefix));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }
}

package io.rapport.recommendation.testing;

import io.rapport.events.CatalogEvent;
import io.rapport.events.EventsJson;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything that was ever announced of the catalog. */
@ApplicationScoped
public class CatalogTopic {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, List<CatalogEvent>> events = new HashMap<>();

    public CatalogTopic(PlatformConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        String topic = Topic.CATALOG.name(config.topics().prefix());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What was announced of a product so far, in its order. */
    public synchronized List<CatalogEvent> of(String product) {
        consumer.poll(Duration.ofMillis(100))
                .forEach(record -> events.computeIfAbsent(record.key(), key -> new ArrayList<>())
                        .add(EventsJson.read(record.value(), CatalogEvent.class)));
        return List.copyOf(events.getOrDefault(product, List.of()));
    }

    @PreDestroy
    synchronized void close() {
        consumer.close();
    }
}

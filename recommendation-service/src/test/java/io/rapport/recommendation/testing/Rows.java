package io.rapport.recommendation.testing;

import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What stands in the tables. */
@ApplicationScoped
public class Rows {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final String bootstrap;
    private final String topic;

    public Rows(Pool pool, PlatformConfig config, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.pool = pool;
        this.bootstrap = bootstrap;
        this.topic = Topic.PROFILE_EVENTS.name(config.topics().prefix());
    }

    public long interactions(UUID visitor) {
        return count("select count(*) from interaction where profile_id = $1", Tuple.of(visitor));
    }

    public long consents(UUID visitor) {
        return count("select count(*) from consent where profile_id = $1", Tuple.of(visitor));
    }

    public List<String> products(UUID visitor) {
        List<String> products = new ArrayList<>();
        read("select product_id from interaction where profile_id = $1 order by at", Tuple.of(visitor))
                .forEach(row -> products.add(row.getString(0)));
        return products;
    }

    public long count(String sql, Tuple values) {
        return read(sql, values).iterator().next().getLong(0);
    }

    public RowSet<Row> read(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }

    /** Whether every record that is on the topic now has been taken into the tables. */
    public boolean caughtUp() {
        Map<Integer, Long> positions = new HashMap<>();
        read("select partition, next_offset from consumer_position where topic = $1", Tuple.of(topic))
                .forEach(row -> positions.put(row.getInteger(0), row.getLong(1)));
        return ends().entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey().partition(), 0L) >= end.getValue());
    }

    private Map<TopicPartition, Long> ends() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions);
        }
    }
}

package io.rapport.platform.app;

import io.rapport.platform.kafka.TopicFollower;
import io.rapport.platform.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The records of a topic, as they come. */
public final class TopicLog implements AutoCloseable {
    private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();
    private final TopicFollower follower;

    TopicLog(String bootstrap, String topic) {
        this.follower = new TopicFollower(bootstrap, topic, records::add).start();
        Eventually.within(Duration.ofSeconds(30), follower::caughtUp);
    }

    public List<ConsumerRecord<String, byte[]>> of(String key) {
        return records.stream().filter(record -> key.equals(record.key())).toList();
    }

    public List<String> valuesOf(String key) {
        return of(key).stream().map(TopicLog::text).toList();
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? "tombstone" : new String(record.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        follower.close();
    }
}

package io.rapport.profile.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.platform.kafka.TopicFollower;
import io.rapport.platform.testing.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of a topic, as they come. */
public final class TopicLog implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();
    private final TopicFollower follower;

    TopicLog(String bootstrap, String topic) {
        this.follower = new TopicFollower(bootstrap, topic, records::add).start();
        Eventually.within(SOON, follower::caughtUp);
    }

    public List<ConsumerRecord<String, byte[]>> of(String key) {
        return records.stream().filter(record -> key.equals(record.key())).toList();
    }

    /** The values under a key as JSON; a tombstone is JSON's null. */
    public List<JsonNode> jsonOf(String key) {
        return of(key).stream().map(TopicLog::json).toList();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? EventsJson.mapper().nullNode()
                : EventsJson.read(record.value(), JsonNode.class);
    }

    /** The values under a key, once there are so many. */
    public List<JsonNode> await(String key, int count) {
        Eventually.within(SOON, () -> of(key).size() >= count);
        return jsonOf(key);
    }

    @Override
    public void close() {
        follower.close();
    }
}

package io.rapport.recommendation.following;

import io.rapport.platform.kafka.TopicFollower;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What platform's {@link TopicFollower} does for the live sessions, a batch at a time. */
public final class TopicReader implements AutoCloseable {
    private final TopicFollower follower;

    public TopicReader(String bootstrap, String topic, Start start, Consumer<ConsumerRecords<String, byte[]>> reader) {
        this.follower = TopicFollower.ofBatches(bootstrap, topic, start, reader);
    }

    public TopicReader start() {
        follower.start();
        return this;
    }

    @Override
    public void close() {
        follower.close();
    }
}

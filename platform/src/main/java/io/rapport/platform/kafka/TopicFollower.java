package io.rapport.platform.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads every partition of a topic from its beginning and goes on following it, without a consumer group: how a process
 * loads a compacted topic before it is ready. Runs on a thread of its own.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private final String topic;
    private final Map<String, Object> settings;
    private final Consumer<ConsumerRecord<String, byte[]>> reader;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean caughtUp;

    public TopicFollower(String bootstrap, String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        this.topic = topic;
        this.reader = reader;
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.thread = new Thread(this::follow, "follow-" + topic);
        thread.setDaemon(true);
    }

    public TopicFollower start() {
        thread.start();
        return this;
    }

    /** Whether all that stood in the topic at the start has been read. */
    public boolean caughtUp() {
        return caughtUp;
    }

    private void follow() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                read(consumer);
            } catch (KafkaException | IllegalStateException e) {
                LOG.warnf("Following %s starts again: %s", topic, e);
                LockSupport.parkNanos(AFTER_FAULT.toNanos());
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!closed) {
            consumer.poll(POLL).forEach(this::hand);
            caughtUp = caughtUp
                    || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    /** A topic that is not there yet is no empty topic: nobody is caught up with it. */
    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no such topic yet");
        }
        return partitions;
    }

    /** One record that its reader chokes on must not hide all that come after it. */
    private void hand(ConsumerRecord<String, byte[]> record) {
        try {
            reader.accept(record);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %d/%d is passed over", topic, record.partition(), record.offset());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

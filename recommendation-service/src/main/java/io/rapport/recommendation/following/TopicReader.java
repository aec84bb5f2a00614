package io.rapport.recommendation.following;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads every partition of a topic from a given start and goes on following it, a batch at a time, on a thread of its own.
 * After a fault it goes on with the first batch that was not handled, so its reader must bear to see a record twice.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String topic;
    private final Map<String, Object> settings;
    private final Start start;
    private final Consumer<ConsumerRecords<String, byte[]>> reader;
    private final Thread thread;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch positioned = new CountDownLatch(1);
    private volatile boolean closed;

    public TopicReader(String bootstrap, String topic, Start start, Consumer<ConsumerRecords<String, byte[]>> reader) {
        this.topic = topic;
        this.start = start;
        this.reader = reader;
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // What retention has taken away is skipped, not an error.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        this.thread = new Thread(this::follow, "follow-" + topic);
        thread.setDaemon(true);
    }

    public TopicReader start() {
        thread.start();
        return this;
    }

    /** Waits until it is settled where reading begins: everything written from then on will be read. */
    public boolean awaitPositioned(Duration timeout) throws InterruptedException {
        return positioned.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                position(consumer);
                read(consumer);
            } catch (RuntimeException e) {
                LOG.warnf(e, "Following %s starts again", topic);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void position(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("There is no topic " + topic + " yet");
        }
        if (next.isEmpty()) {
            next.putAll(start.positions(consumer, partitions));
        }
        consumer.assign(partitions);
        next.forEach(consumer::seek);
        positioned.countDown();
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        while (!closed) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                reader.accept(records);
                records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

package io.rapport.platform.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads every partition of a topic from a given start and goes on following it, without a consumer group: how a process
 * takes a topic into its memory. Runs on a thread of its own. After a fault it goes on with the first batch that was not
 * handled whole, so its reader must bear to see a record twice.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private final String topic;
    private final Start start;
    private final Consumer<ConsumerRecords<String, byte[]>> reader;
    private final Map<String, Object> settings;
    private final Thread thread;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final CountDownLatch positioned = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean closed;

    private TopicFollower(
            String bootstrap, String topic, Start start, Consumer<ConsumerRecords<String, byte[]>> reader) {
        this.topic = topic;
        this.start = start;
        this.reader = reader;
        this.settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                // What retention has taken away is skipped, not an error.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        this.thread = new Thread(this::follow, "follow-" + topic);
        thread.setDaemon(true);
    }

    /** A record at a time from the topic's beginning; one that its reader chokes on must not hide all that come after. */
    public TopicFollower(String bootstrap, String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        this(bootstrap, topic, Start.atBeginning(), records -> records.forEach(record -> hand(record, reader)));
    }

    /** A batch at a time; one that its reader chokes on is handed to it again. */
    public static TopicFollower ofBatches(
            String bootstrap, String topic, Start start, Consumer<ConsumerRecords<String, byte[]>> reader) {
        return new TopicFollower(bootstrap, topic, start, reader);
    }

    private static void hand(ConsumerRecord<String, byte[]> record, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try {
            reader.accept(record);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %d/%d is passed over", record.topic(), record.partition(), record.offset());
        }
    }

    public TopicFollower start() {
        thread.start();
        return this;
    }

    /** Waits until it is settled where reading begins: everything written from then on will be read. */
    public boolean awaitPositioned(Duration timeout) throws InterruptedException {
        return positioned.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether all that stood in the topic at the start has been read. */
    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Waits until all that stood in the topic at the start has been read. */
    public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
        return caughtUp.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        while (!closed) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                position(consumer);
                read(consumer);
            } catch (RuntimeException e) {
                LOG.warnf("Following %s starts again: %s", topic, e);
                LockSupport.parkNanos(AFTER_FAULT.toNanos());
            }
        }
    }

    private void position(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        if (next.isEmpty()) {
            ends.putAll(consumer.endOffsets(partitions));
            next.putAll(start.positions(consumer, partitions));
        }
        consumer.assign(partitions);
        next.forEach(consumer::seek);
        positioned.countDown();
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

    private void read(KafkaConsumer<String, byte[]> consumer) {
        while (!closed) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                reader.accept(records);
                records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
            }
            if (!caughtUp()
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

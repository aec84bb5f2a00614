package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.shop.ShopTraffic;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events straight onto the raw topic at a steady rate, as the gateway would put them there (acks=all, idempotent). */
final class RawFeed implements AutoCloseable {
    private static final int TICKS_PER_SECOND = 100;

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final ShopTraffic traffic;

    RawFeed(String bootstrap, String topic, ShopTraffic traffic) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 2, "batch.size", 131_072),
                new StringSerializer(),
                new ByteArraySerializer());
        this.topic = topic;
        this.traffic = traffic;
    }

    /** As many as said, each as soon as Kafka takes it; returns once all are acknowledged. */
    void feed(int events) {
        for (int i = 0; i < events; i++) {
            send(Instant.now());
        }
        producer.flush();
    }

    /** How many were sent until it was stopped, or the time was over. */
    long feed(int perSecond, double seconds, AtomicBoolean stopped) {
        long start = System.nanoTime();
        long sent = 0;
        for (long tick = 1; tick <= seconds * TICKS_PER_SECOND && !stopped.get(); tick++) {
            Instant now = Instant.now();
            for (long due = tick * perSecond / TICKS_PER_SECOND; sent < due; sent++) {
                send(now);
            }
            LockSupport.parkNanos(start + tick * 1_000_000_000L / TICKS_PER_SECOND - System.nanoTime());
        }
        producer.flush();
        return sent;
    }

    private void send(Instant at) {
        producer.send(traffic.next(at).on(topic));
    }

    @Override
    public void close() {
        producer.close();
    }
}

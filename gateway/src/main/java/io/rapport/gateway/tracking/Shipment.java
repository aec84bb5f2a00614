package io.rapport.gateway.tracking;

import io.rapport.platform.kafka.EventProducer;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One request's records on their way to Kafka: counted down to the last answer, whichever thread brings it. */
final class Shipment implements Runnable {
    private final List<ProducerRecord<String, byte[]>> records;
    private final EventProducer producer;
    private final long deadlineNanos;
    private final Runnable release;
    private final AtomicInteger open;
    private volatile @Nullable Exception fault;
    private Consumer<@Nullable Exception> done = ignored -> {};

    /** @param release called once Kafka has answered for every record, whoever waits no more */
    Shipment(
            List<ProducerRecord<String, byte[]>> records,
            EventProducer producer,
            long deadlineNanos,
            Runnable release) {
        this.records = records;
        this.producer = producer;
        this.deadlineNanos = deadlineNanos;
        this.release = release;
        this.open = new AtomicInteger(records.size());
    }

    /** Who is told, with null for success. */
    void whenDone(Consumer<@Nullable Exception> listener) {
        done = listener;
    }

    /** Sends; once something went wrong, or nobody waits any more, the rest is not even tried. */
    @Override
    public void run() {
        for (ProducerRecord<String, byte[]> record : records) {
            if (fault == null && System.nanoTime() - deadlineNanos < 0) {
                producer.send(record, this::answered);
            } else {
                answered(new TimeoutException("not sent"));
            }
        }
    }

    private void answered(@Nullable Exception problem) {
        if (problem != null) {
            fault = problem;
        }
        if (open.decrementAndGet() == 0) {
            release.run();
            done.accept(fault);
        }
    }
}

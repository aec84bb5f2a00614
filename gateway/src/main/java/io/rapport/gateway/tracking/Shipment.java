package io.rapport.gateway.tracking;

import io.rapport.platform.kafka.EventProducer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One request's records on their way to Kafka: counted down to the last answer, whichever thread brings it. */
final class Shipment {
    private final List<ProducerRecord<String, byte[]>> records;
    private final EventProducer producer;
    private final Consumer<@Nullable Exception> done;
    private final AtomicInteger open;
    private volatile @Nullable Exception fault;

    /** @param done called once Kafka has answered for every record, with null if it has them all */
    Shipment(List<ProducerRecord<String, byte[]>> records, EventProducer producer, Consumer<@Nullable Exception> done) {
        this.records = records;
        this.producer = producer;
        this.done = done;
        this.open = new AtomicInteger(records.size());
    }

    /** Once something went wrong the sender will send all of it again, so the rest is not even tried. */
    void send() {
        for (ProducerRecord<String, byte[]> record : records) {
            if (fault == null) {
                producer.send(record, this::answered);
            } else {
                answered(fault);
            }
        }
    }

    private void answered(@Nullable Exception problem) {
        if (problem != null) {
            fault = problem;
        }
        if (open.decrementAndGet() == 0) {
            done.accept(fault);
        }
    }
}

package io.rapport.platform.consumer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Brings a batch through its handler whatever happens. A transient fault is retried without end, with back-off, so the
 * partition waits. A deterministic one is found by bisecting the batch, in order, and that record goes to the dead letters.
 */
@ApplicationScoped
public class BatchConsumer {
    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;

    public BatchConsumer(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Completes when every record was handled or set aside. */
    public Uni<Void> consume(String group, List<ConsumerRecord<String, byte[]>> records, BatchHandler handler) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return persistently(group, () -> handler.handle(records))
                .onFailure()
                .recoverWithUni(fault -> split(group, records, handler, fault));
    }

    private Uni<Void> split(
            String group, List<ConsumerRecord<String, byte[]>> records, BatchHandler handler, Throwable fault) {
        if (records.size() == 1) {
            return persistently(group, () -> deadLetters.send(group, records.get(0), fault));
        }
        int half = records.size() / 2;
        return consume(group, records.subList(0, half), handler)
                .chain(() -> consume(group, records.subList(half, records.size()), handler));
    }

    private static Uni<Void> persistently(String group, Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .deferred(work)
                .onFailure(Faults::isTransient)
                .invoke(fault -> LOG.warnf("%s waits for a dependency: %s", group, fault.toString()))
                .onFailure(Faults::isTransient)
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely();
    }
}

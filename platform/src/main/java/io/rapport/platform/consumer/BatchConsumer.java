package io.rapport.platform.consumer;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Brings a batch through its handler whatever happens. A transient fault is retried without end, with back-off, so the
 * partition waits. A deterministic one is found by bisecting the batch, in order, and that record goes to the dead letters.
 * A process that is shutting down does neither: its batch fails, is not committed, and another process gets it.
 */
@ApplicationScoped
public class BatchConsumer {
    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private volatile boolean stopping;

    public BatchConsumer(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Completes when every record was handled or set aside. The handler is called on the caller's context throughout. */
    public Uni<Void> consume(String group, List<ConsumerRecord<String, byte[]>> records, BatchHandler handler) {
        return records.isEmpty()
                ? Uni.createFrom().voidItem()
                : consume(new Batch(group, handler, CallerContext.current()), records);
    }

    /**
     * What the parts of a batch have in common.
     *
     * @param caller retries come from a timer's thread, and Kafka's answers from its producer's: neither is one to handle a
     *     batch on
     */
    private record Batch(String group, BatchHandler handler, Executor caller) {}

    private Uni<Void> consume(Batch batch, List<ConsumerRecord<String, byte[]>> records) {
        return persistently(batch, () -> batch.handler().handle(records))
                .onFailure(fault -> !stopping)
                .recoverWithUni(fault -> split(batch, records, fault));
    }

    private Uni<Void> split(Batch batch, List<ConsumerRecord<String, byte[]>> records, Throwable fault) {
        if (records.size() == 1) {
            return persistently(batch, () -> deadLetters.send(batch.group(), records.get(0), fault));
        }
        int half = records.size() / 2;
        return consume(batch, records.subList(0, half))
                .chain(() -> consume(batch, records.subList(half, records.size())));
    }

    private Uni<Void> persistently(Batch batch, Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom()
                .<Void>deferred(work)
                .runSubscriptionOn(batch.caller())
                .onFailure(this::isWorthRetrying)
                .invoke(fault -> LOG.warnf("%s waits for a dependency: %s", batch.group(), fault))
                .onFailure(this::isWorthRetrying)
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely()
                .emitOn(batch.caller());
    }

    private boolean isWorthRetrying(Throwable fault) {
        return !stopping && Faults.isTransient(fault);
    }
}

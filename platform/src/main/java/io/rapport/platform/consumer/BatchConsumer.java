package io.rapport.platform.consumer;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
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

    /** Completes when every record was handled or set aside. */
    public Uni<Void> consume(String group, List<ConsumerRecord<String, byte[]>> records, BatchHandler handler) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return persistently(group, () -> handler.handle(records))
                .onFailure(fault -> !stopping)
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

    private Uni<Void> persistently(String group, Supplier<Uni<? extends Void>> work) {
        Executor caller = currentContext();
        return Uni.createFrom()
                .<Void>deferred(work)
                .runSubscriptionOn(caller)
                .onFailure(this::isWorthRetrying)
                .invoke(fault -> LOG.warnf("%s waits for a dependency: %s", group, fault))
                .onFailure(this::isWorthRetrying)
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .indefinitely();
    }

    private boolean isWorthRetrying(Throwable fault) {
        return !stopping && Faults.isTransient(fault);
    }

    /** A retry comes from a timer's thread; the handler is to find the context that it was first called on. */
    private static Executor currentContext() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(nothing -> work.run());
    }
}

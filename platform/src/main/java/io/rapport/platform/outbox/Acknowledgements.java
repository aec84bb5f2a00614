package io.rapport.platform.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts Kafka's answers to a round's sends and tells, when all are there, which records failed and why. */
final class Acknowledgements {
    private final Map<OutboxRow.Place, Exception> faults = new ConcurrentHashMap<>();
    private final AtomicInteger outstanding;
    private final Consumer<Map<OutboxRow.Place, Exception>> whenAll;

    Acknowledgements(int sends, Consumer<Map<OutboxRow.Place, Exception>> whenAll) {
        this.outstanding = new AtomicInteger(sends);
        this.whenAll = whenAll;
    }

    void answered(OutboxRow.Place record, @Nullable Exception fault) {
        if (fault != null) {
            faults.put(record, fault);
        }
        if (outstanding.decrementAndGet() == 0) {
            whenAll.accept(faults);
        }
    }
}

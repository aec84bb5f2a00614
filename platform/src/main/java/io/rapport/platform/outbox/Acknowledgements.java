package io.rapport.platform.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts Kafka's answers to a round's sends and tells, when all are there, which rows failed and why. */
final class Acknowledgements {
    private final Map<Long, Exception> faults = new ConcurrentHashMap<>();
    private final AtomicInteger outstanding;
    private final Consumer<Map<Long, Exception>> whenAll;

    Acknowledgements(int sends, Consumer<Map<Long, Exception>> whenAll) {
        this.outstanding = new AtomicInteger(sends);
        this.whenAll = whenAll;
    }

    void answered(long row, @Nullable Exception fault) {
        if (fault != null) {
            faults.put(row, fault);
        }
        if (outstanding.decrementAndGet() == 0) {
            whenAll.accept(faults);
        }
    }
}

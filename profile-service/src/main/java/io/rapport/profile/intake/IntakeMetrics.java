package io.rapport.profile.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of the raw events: {@code rapport.intake.events} by outcome. */
@ApplicationScoped
class IntakeMetrics {
    private final Counter stored;
    private final Counter duplicate;
    private final Counter withheld;
    private final Counter rejected;

    IntakeMetrics(MeterRegistry registry) {
        this.stored = counter(registry, "stored");
        this.duplicate = counter(registry, "duplicate");
        this.withheld = counter(registry, "withheld");
        this.rejected = counter(registry, "rejected");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return registry.counter("rapport.intake.events", "outcome", outcome);
    }

    void count(Batch batch, Outcome outcome) {
        int repeated = batch.tracked().size() - outcome.fresh();
        stored.increment(outcome.events().size());
        duplicate.increment(batch.duplicates() + Math.max(repeated, 0));
        withheld.increment(outcome.withheld());
        rejected.increment(batch.rejected().size());
    }
}

package io.rapport.recommendation.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.clock.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;

/** How old and how large the served model is. */
@ApplicationScoped
@SystemTime("an age since a build, which is told in the system's time")
class ModelMetrics {
    private final MeterRegistry registry;
    private final LiveModel live;

    ModelMetrics(MeterRegistry registry, LiveModel live) {
        this.registry = registry;
        this.live = live;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("rapport.model.age", this, ModelMetrics::ageSeconds)
                .baseUnit("seconds")
                .description("Since the served model was built; NaN before the first")
                .register(registry);
        Gauge.builder("rapport.model.version", live, LiveModel::version).register(registry);
        Gauge.builder("rapport.model.reranks", live, model -> model.serving().reranks() ? 1 : 0)
                .description("1 while the served model takes a second look at what it proposes")
                .register(registry);
        Gauge.builder(
                        "rapport.model.sessions",
                        live,
                        model -> model.serving().snapshot().sessions().sessions())
                .register(registry);
        Gauge.builder(
                        "rapport.model.items",
                        live,
                        model -> model.serving().items().size())
                .register(registry);
        Gauge.builder(
                        "rapport.model.live.sessions",
                        live,
                        model -> model.serving().liveSessions())
                .register(registry);
    }

    private double ageSeconds() {
        ModelRow served = live.served();
        return served == null || served.finishedAt() == null
                ? Double.NaN
                : Duration.between(served.finishedAt(), Instant.now()).toSeconds();
    }
}

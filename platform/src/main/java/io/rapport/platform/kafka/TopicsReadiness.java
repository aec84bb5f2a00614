package io.rapport.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once Kafka has told of every topic, for from then on the producer never has to wait. Kafka going away later does
 * not make the process unready: what it can do without Kafka, it goes on doing.
 */
@Readiness
@ApplicationScoped
class TopicsReadiness implements HealthCheck {
    private static final Duration STEP = Duration.ofMillis(100);

    private final EventProducer producer;
    private final Thread asking = new Thread(this::ask, "ask-for-topics");
    private volatile List<String> missing;

    TopicsReadiness(EventProducer producer, PlatformConfig config) {
        this.producer = producer;
        this.missing = Arrays.stream(Topic.values())
                .map(topic -> topic.name(config.topics().prefix()))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        asking.setDaemon(true);
        asking.start();
    }

    void stop(@Observes ShutdownEvent event) {
        asking.interrupt();
    }

    private void ask() {
        while (!missing.isEmpty() && !Thread.currentThread().isInterrupted()) {
            missing = missing.stream().filter(topic -> !producer.knows(topic)).toList();
            if (!missing.isEmpty()) {
                LockSupport.parkNanos(STEP.toNanos());
            }
        }
    }

    @Override
    public HealthCheckResponse call() {
        List<String> unknown = missing;
        return unknown.isEmpty()
                ? HealthCheckResponse.up("kafka")
                : HealthCheckResponse.named("kafka")
                        .down()
                        .withData("detail", "Kafka has not told of these topics: " + String.join(", ", unknown))
                        .build();
    }
}

package io.rapport.platform.clock;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.rapport.events.ClockMoved;
import io.rapport.events.EventsJson;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.kafka.TopicFollower;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time of all processes together, where it may be moved: the last record of a compacted topic. A process that starts
 * takes it before its consumers, its schedules and its HTTP server begin, and does not start without it.
 */
@ApplicationScoped
@RegisterForReflection(targets = ClockMoved.class)
public class HouseTime {
    private static final String KEY = "clock";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Schedules begin at {@link Interceptor.Priority#PLATFORM_BEFORE}, messaging and all else later. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private final PlatformConfig config;
    private final BusinessClock clock;
    private final EventProducer producer;
    private final String bootstrap;
    private final String topic;

    HouseTime(
            PlatformConfig config,
            BusinessClock clock,
            EventProducer producer,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.config = config;
        this.clock = clock;
        this.producer = producer;
        this.bootstrap = bootstrap;
        this.topic = Topic.CLOCK.name(config.topics().prefix());
    }

    /** Completes once every process that starts from now on will have this time. */
    public Uni<Void> keep(ClockMoved moved) {
        return producer.send(new ProducerRecord<>(topic, KEY, EventsJson.write(moved)));
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) throws InterruptedException {
        if (config.clock().control() && !config.production()) {
            take();
        }
    }

    private void take() throws InterruptedException {
        try (TopicFollower follower = new TopicFollower(bootstrap, topic, this::follow).start()) {
            if (!follower.awaitCaughtUp(PATIENCE)) {
                throw new IllegalStateException("Kafka did not tell in " + PATIENCE + " what time it is in " + topic);
            }
        }
    }

    private void follow(ConsumerRecord<String, byte[]> record) {
        clock.follow(EventsJson.read(record.value(), ClockMoved.class));
    }
}

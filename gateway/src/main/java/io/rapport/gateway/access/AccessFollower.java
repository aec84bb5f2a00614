package io.rapport.gateway.access;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.AccessRecord;
import io.rapport.events.EventsJson;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.TopicFollower;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Keeps the directory as the access topic says; the gateway is ready once it has read all that stood there. */
@Readiness
@ApplicationScoped
class AccessFollower implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(AccessFollower.class);

    private final AccessDirectory directory;
    private final TopicFollower follower;

    AccessFollower(
            AccessDirectory directory,
            PlatformConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.directory = directory;
        this.follower =
                new TopicFollower(bootstrap, Topic.ACCESS.name(config.topics().prefix()), this::take);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("access").status(follower.caughtUp()).build();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            directory.apply(
                    record.key(), record.value() == null ? null : EventsJson.read(record.value(), AccessRecord.class));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The access record %s cannot be read and is left out", record.key());
        }
    }
}

package io.rapport.profile.intake;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code raw-events}. */
@ApplicationScoped
class RawEventConsumer {
    private final BatchConsumer consumer;
    private final Intake intake;
    private final String group;

    RawEventConsumer(BatchConsumer consumer, Intake intake, PlatformConfig platform) {
        this.consumer = consumer;
        this.intake = intake;
        this.group = platform.topics().prefix() + "profile-service";
    }

    @Incoming("raw-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
        records.forEach(polled::add);
        return consumer.consume(group, polled, intake);
    }
}

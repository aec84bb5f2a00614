package io.rapport.recommendation.interaction;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the profiles' events into this service's tables; the pods share them as one group. */
@ApplicationScoped
class ProfileEventsConsumer {
    private final BatchConsumer batches;
    private final ProfileEventBatch batch;
    private final String group;

    ProfileEventsConsumer(BatchConsumer batches, ProfileEventBatch batch, PlatformConfig config) {
        this.batches = batches;
        this.batch = batch;
        this.group = config.topics().prefix() + "recommendation-service";
    }

    @Incoming("profile-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> list = new ArrayList<>(records.count());
        records.forEach(list::add);
        return batches.consume(group, list, batch);
    }
}

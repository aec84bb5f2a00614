package io.rapport.profile.rejected;

import io.rapport.events.EventsJson;
import io.rapport.events.RejectedEvent;
import io.rapport.platform.clock.SystemTime;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.BatchConsumer;
import io.rapport.platform.consumer.BatchDecoder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what the gateway and our own pipeline refused. */
@SystemTime("Retention counts from when an event was recorded")
@ApplicationScoped
class RejectedConsumer {
    private final BatchConsumer batches;
    private final BatchDecoder decoder;
    private final RejectedStore store;
    private final Pool pool;
    private final String group;

    RejectedConsumer(
            BatchConsumer batches, BatchDecoder decoder, RejectedStore store, Pool pool, PlatformConfig config) {
        this.batches = batches;
        this.decoder = decoder;
        this.store = store;
        this.pool = pool;
        this.group = config.topics().prefix() + "profile-service.rejected-events";
    }

    @Incoming("rejected-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        return batches.consume(group, batch, this::keep);
    }

    private Uni<Void> keep(List<ConsumerRecord<String, byte[]>> records) {
        return decoder.decode(records, RejectedConsumer::events)
                .chain(events -> pool.withTransaction(transaction -> store.add(transaction, events, Instant.now())));
    }

    private static List<RejectedEvent> events(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> EventsJson.read(record.value(), RejectedEvent.class))
                .toList();
    }
}

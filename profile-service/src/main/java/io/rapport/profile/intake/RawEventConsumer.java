package io.rapport.profile.intake;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.BatchConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads {@code raw-events}. What was polled is split by key into lanes that run side by side, so that one lane's statements
 * run while another's JSON is read; a key stays in its lane, and its order with it.
 */
@ApplicationScoped
class RawEventConsumer {
    private final BatchConsumer consumer;
    private final Intake intake;
    private final String group;
    private final int lanes;

    RawEventConsumer(BatchConsumer consumer, Intake intake, PlatformConfig platform, IntakeConfig config) {
        this.consumer = consumer;
        this.intake = intake;
        this.group = platform.topics().prefix() + "profile-service";
        this.lanes = config.lanes();
    }

    @Incoming("raw-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<Uni<Void>> runs = split(records, records.count() < lanes * 2 ? 1 : lanes).stream()
                .map(lane -> consumer.consume(group, lane, intake))
                .toList();
        return runs.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(runs).andCollectFailures().replaceWithVoid();
    }

    private static List<List<ConsumerRecord<String, byte[]>>> split(
            Iterable<ConsumerRecord<String, byte[]>> records, int lanes) {
        List<List<ConsumerRecord<String, byte[]>>> split = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            split.add(new ArrayList<>());
        }
        records.forEach(record ->
                split.get(Math.floorMod(Objects.hashCode(record.key()), lanes)).add(record));
        return split.stream().filter(lane -> !lane.isEmpty()).toList();
    }
}

package io.rapport.recommendation.interaction;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.BatchConsumer;
import io.rapport.platform.profiles.ProfileFollower;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes the profiles' events into this service's tables; the pods share them as one group. A batch is handled in its order:
 * what a visitor did before they allowed it stays unknown, and what came before they withdrew goes.
 */
@ApplicationScoped
class ProfileEventsConsumer {
    private final BatchConsumer batches;
    private final ProfileFollower profiles;
    private final InteractionBatch interactions;
    private final WithdrawalBatch withdrawals;
    private final String group;

    ProfileEventsConsumer(
            BatchConsumer batches,
            ProfileFollower profiles,
            InteractionBatch interactions,
            WithdrawalBatch withdrawals,
            PlatformConfig config) {
        this.batches = batches;
        this.profiles = profiles;
        this.interactions = interactions;
        this.withdrawals = withdrawals;
        this.group = config.topics().prefix() + "recommendation-service";
    }

    @Incoming("profile-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (BatchReader.Run run : BatchReader.runs(records)) {
            done = done.chain(() -> handle(run));
        }
        return done;
    }

    private Uni<Void> handle(BatchReader.Run run) {
        return run.resolved()
                ? batches.consume(group, run.records(), interactions)
                : profiles.consume(group, run.asBatch())
                        .chain(() -> batches.consume(group, run.records(), withdrawals));
    }
}

package io.rapport.profile.deadletter;

import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consumer.BatchConsumer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps what every consumer of the deployment set aside. */
@ApplicationScoped
class DeadLetterConsumer {
    private static final Logger LOG = Logger.getLogger(DeadLetterConsumer.class);

    private final BatchConsumer batches;
    private final DeadLetterStore store;
    private final Pool pool;
    private final String group;
    private final String ownTopic;

    DeadLetterConsumer(BatchConsumer batches, DeadLetterStore store, Pool pool, PlatformConfig config) {
        this.batches = batches;
        this.store = store;
        this.pool = pool;
        this.group = config.topics().prefix() + "profile-service.dead-letters";
        this.ownTopic = Topic.DEAD_LETTERS.name(config.topics().prefix());
    }

    @Incoming("dead-letters")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>(records.count());
        records.forEach(batch::add);
        return batches.consume(group, batch, this::keep);
    }

    private Uni<Void> keep(List<ConsumerRecord<String, byte[]>> records) {
        List<DeadLetter> letters =
                records.stream().map(DeadLetter::of).filter(this::isForeign).toList();
        return letters.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(transaction -> store.add(transaction, letters));
    }

    /** A dead letter that could not be kept comes back as a dead letter of this very topic; once is enough. */
    private boolean isForeign(DeadLetter letter) {
        boolean own = letter.topic().equals(ownTopic);
        if (own) {
            LOG.errorf("A dead letter at %s cannot be kept: %s", letter.position(), letter.fault());
        }
        return !own;
    }
}

package io.rapport.recommendation.catalog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.events.CatalogEvent;
import io.rapport.events.EventsJson;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.Start;
import io.rapport.platform.kafka.TopicFollower;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills a pod's catalog: it begins to follow the topic, then reads the table, then takes what the topic brings. A change
 * is in the one or comes by the other, and where it is in both the version tells that it is the same.
 */
@ApplicationScoped
class CatalogLoader {
    private static final Logger LOG = Logger.getLogger(CatalogLoader.class);
    private static final int PAGE = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pool pool;
    private final CatalogStore store;
    private final LiveCatalog live;
    private final TopicFollower follower;
    private volatile boolean loaded;
    private volatile boolean stopped;

    CatalogLoader(
            Pool pool,
            CatalogStore store,
            LiveCatalog live,
            PlatformConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.pool = pool;
        this.store = store;
        this.live = live;
        String topic = Topic.CATALOG.name(config.topics().prefix());
        this.follower = TopicFollower.ofBatches(bootstrap, topic, Start.atEnd(), this::take);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
        Thread loading = new Thread(this::load, "load-catalog");
        loading.setDaemon(true);
        loading.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        follower.close();
    }

    /** Whether all that the table held at the start is in memory. */
    boolean loaded() {
        return loaded;
    }

    private void load() {
        while (!loaded && !stopped) {
            try {
                loaded = follower.awaitPositioned(PATIENCE) && readTable();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Loading the catalog starts again: %s", e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean readTable() {
        List<StoredProduct> page = store.after(pool, "", PAGE).await().atMost(PATIENCE);
        while (!page.isEmpty()) {
            page.forEach(product -> live.take(CatalogItem.of(product)));
            String last = page.get(page.size() - 1).id();
            page = store.after(pool, last, PAGE).await().atMost(PATIENCE);
        }
        LOG.infof("The catalog is loaded: %d products", live.size());
        return true;
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        records.forEach(this::take);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            CatalogEvent event = EventsJson.read(record.value(), CatalogEvent.class);
            CatalogItem item = live.of(event);
            if (item != null) {
                live.take(item);
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            // The table is the truth, and the next start reads it: one record that cannot be read must not stop the
            // rest.
            LOG.errorf(e, "Passed over %s %d/%d", record.topic(), record.partition(), record.offset());
        }
    }
}

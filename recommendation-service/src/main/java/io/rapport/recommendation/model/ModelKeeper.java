package io.rapport.recommendation.model;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.platform.clock.SystemTime;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.interaction.ConsumerPositions;
import io.rapport.recommendation.session.Snapshot;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps this pod's model the newest there is, and builds when one is due or asked for; all on one thread. */
@ApplicationScoped
@SystemTime("when to build is a matter of load, not of business")
class ModelKeeper {
    private static final Logger LOG = Logger.getLogger(ModelKeeper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final ModelStore store;
    private final ModelArchive archive;
    private final ModelTrainer trainer;
    private final RankerFitter fitter;
    private final ConsumerPositions positions;
    private final LiveModel live;
    private final LiveSessionsFeed feed;
    private final RecommendationConfig.Models config;
    private final ModelSchedule schedule;
    private final RankerSchedule fittings;
    private final ScheduledExecutorService thread;
    private volatile @Nullable ScheduledFuture<?> looking;
    private volatile boolean looked;
    private volatile boolean asked;
    private long unreadable;

    ModelKeeper(
            Pool pool,
            ModelStore store,
            ModelArchive archive,
            ModelTrainer trainer,
            RankerFitter fitter,
            ConsumerPositions positions,
            LiveModel live,
            LiveSessionsFeed feed,
            RecommendationConfig config) {
        this.pool = pool;
        this.store = store;
        this.archive = archive;
        this.trainer = trainer;
        this.fitter = fitter;
        this.positions = positions;
        this.live = live;
        this.feed = feed;
        this.config = config.models();
        this.schedule = new ModelSchedule(config.models());
        this.fittings = new RankerSchedule(config.ranker());
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread keeper = new Thread(work, "model-keeper");
            keeper.setDaemon(true);
            return keeper;
        });
    }

    void start(@Observes StartupEvent event) {
        looking = thread.scheduleWithFixedDelay(this::look, 0, config.check().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel(true);
        }
        thread.shutdownNow();
    }

    /** Whether this pod serves the model that was the newest when it started, or there was none. */
    boolean ready() {
        return looked;
    }

    /** Builds as soon as nobody else does. */
    void retrain() {
        asked = true;
        thread.execute(this::look);
    }

    /** Whether a build was asked for that has not begun. */
    boolean asked() {
        return asked;
    }

    private void look() {
        try {
            ModelRow ready = store.newestReady(ModelTrainer.NAME).await().atMost(PATIENCE);
            load(ready);
            if (!looked) {
                feed.start(ready == null ? null : ready.offsets());
                looked = true;
            }
            if (!build(ready) && ready != null && ready.version() == live.version()) {
                rank(ready);
            }
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) {
                LOG.warnf("Looking after models: %s", e);
            }
        }
    }

    /** A stored model that cannot be read is passed over and built anew: without it there are still popular products. */
    private void load(@Nullable ModelRow ready) {
        if (ready == null || ready.version() <= Math.max(live.version(), unreadable)) {
            return;
        }
        try {
            live.swap(archive.read(ModelTrainer.NAME, ready), ready);
            LOG.infof("Model %s %d is loaded", ModelTrainer.NAME, ready.version());
        } catch (IOException e) {
            LOG.errorf(e, "Model %s %d cannot be read and is built anew", ModelTrainer.NAME, ready.version());
            unreadable = ready.version();
            asked = true;
        }
    }

    /** Builds if that is due, and says whether it was. */
    private boolean build(@Nullable ModelRow ready) {
        long effects = positions.effects(pool).await().atMost(PATIENCE);
        boolean due = asked || schedule.due(effects, ready, latest(), Instant.now());
        if (due) {
            boolean wasAsked = asked;
            asked = false;
            asked = !trainer.train(ready) && wasAsked;
        }
        return due;
    }

    /** Makes use of newly fitted weights, or has some fitted if they are due. */
    private void rank(ModelRow ready) {
        Fitted fitted = fitter.fitted();
        if (fitted != null) {
            if (trainer.rank(ready, fitted)) {
                fitter.used();
            }
        } else if (!fitter.busy() && ready.report() != null) {
            Snapshot snapshot = live.serving().snapshot();
            if (fittings.due(snapshot.sessions(), ready.report().fitting(), Instant.now())) {
                fitter.start(ready.version(), snapshot);
            }
        }
    }

    private @Nullable ModelRow latest() {
        List<ModelRow> latest = store.latest(ModelTrainer.NAME, 1).await().atMost(PATIENCE);
        return latest.isEmpty() ? null : latest.get(0);
    }
}

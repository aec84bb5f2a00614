package io.rapport.recommendation.model;

import io.quarkus.runtime.ShutdownEvent;
import io.rapport.platform.clock.SystemTime;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.session.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fits the re-ranker's weights on a thread of its own, one fitting at a time, while models are served, loaded and built as
 * ever. What comes of it waits here for the keeper, who makes a model of it.
 */
@ApplicationScoped
@SystemTime("when to fit is a matter of load, not of business")
class RankerFitter {
    private static final Logger LOG = Logger.getLogger(RankerFitter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ModelStore store;
    private final RecommendationConfig config;
    private final ExecutorService thread;
    private volatile boolean busy;
    private volatile @Nullable Fitted fitted;
    private volatile long failed;

    RankerFitter(ModelStore store, RecommendationConfig config) {
        this.store = store;
        this.config = config;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread fitter = new Thread(work, "ranker-fitter");
            fitter.setDaemon(true);
            fitter.setPriority(Thread.MIN_PRIORITY);
            return fitter;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Whether a fitting is under way here. */
    boolean busy() {
        return busy;
    }

    /** What the last fitting came to, until the keeper has made use of it. */
    @Nullable
    Fitted fitted() {
        return fitted;
    }

    void used() {
        fitted = null;
    }

    /** Begins, unless another pod is at it, or it has failed with this model before. */
    void start(long version, Snapshot snapshot) {
        if (version != failed
                && store.claimFitting(ModelTrainer.NAME, version).await().atMost(PATIENCE)) {
            busy = true;
            thread.execute(() -> fit(version, snapshot));
        }
    }

    private void fit(long version, Snapshot snapshot) {
        try {
            PacedWatch watch = new PacedWatch(config.ranker(), progress -> tell(version, progress));
            fitted = Fitted.of(snapshot, config.popularityHalfLife(), config.ranker(), watch, Instant.now());
        } catch (CancellationException e) {
            LOG.debugf("The fitting for model %d is broken off", version);
        } catch (RuntimeException e) {
            failed = version;
            LOG.errorf(e, "The re-ranker could not be fitted for model %d", version);
        } finally {
            end(version);
            busy = false;
        }
    }

    /** News that do not arrive are no reason to give up; for too long, and another pod may begin. */
    private void tell(long version, double progress) {
        try {
            store.fitting(ModelTrainer.NAME, version, progress).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.debugf("How far the fitting is cannot be told: %s", e);
        }
    }

    private void end(long version) {
        try {
            store.endFitting(ModelTrainer.NAME, version).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.debugf("The end of the fitting cannot be told: %s", e);
        }
    }
}

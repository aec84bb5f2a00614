package io.rapport.recommendation.model;

import io.rapport.events.Purpose;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.interaction.ConsumerPositions;
import io.rapport.recommendation.session.Snapshot;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds a model from what the database holds at one moment, stores and serves it. For a worker thread, as it waits. */
@ApplicationScoped
class ModelTrainer {
    static final String NAME = "behaviour";

    private static final Logger LOG = Logger.getLogger(ModelTrainer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final ModelStore store;
    private final ModelArchive archive;
    private final ConsumerPositions positions;
    private final LiveModel live;
    private final InstantSource clock;
    private final RecommendationConfig config;
    private final boolean allowedByDefault;
    private final String topic;

    ModelTrainer(
            Pool pool,
            ModelStore store,
            ModelArchive archive,
            ConsumerPositions positions,
            LiveModel live,
            InstantSource clock,
            RecommendationConfig config,
            PlatformConfig platform,
            ConsentGate gate) {
        this.pool = pool;
        this.store = store;
        this.archive = archive;
        this.positions = positions;
        this.live = live;
        this.clock = clock;
        this.config = config;
        this.allowedByDefault = gate.defaults().contains(Purpose.PERSONALIZATION);
        this.topic = Topic.PROFILE_EVENTS.name(platform.topics().prefix());
    }

    /**
     * Builds one, unless another pod is at it: then false. What goes wrong is kept with the build and logged.
     *
     * @param ready the newest model until now, or null
     */
    boolean train(@Nullable ModelRow ready) {
        try (BuilderLockStore lock = BuilderLockStore.tryLock(pool)) {
            if (lock == null) {
                return false;
            }
            Learned.Before before = before(ready);
            attempt(version -> build(lock, version, before));
            return true;
        }
    }

    /**
     * Makes the next model of the one that is served and newly fitted weights, unless another pod builds or has built: then
     * false. Weights that are not better are only told of.
     */
    boolean rank(ModelRow ready, Fitted fitted) {
        try (BuilderLockStore lock = BuilderLockStore.tryLock(pool)) {
            if (lock == null || newestVersion() != live.version()) {
                return false;
            }
            BuildReport report = ready.report().with(fitted.quality(), fitted.fitting());
            LOG.infof("Re-ranker fitted for model %s %d: %s", NAME, ready.version(), report);
            if (fitted.fitting().better()) {
                Snapshot ranked = live.serving().snapshot().rankedBy(fitted.ranker());
                ModelStore.Holds holds = new ModelStore.Holds(ready.offsets(), ready.effects());
                attempt(version -> publish(version, holds, new Learned(ranked, report)));
            } else {
                store.amend(NAME, ready.version(), report).await().atMost(PATIENCE);
            }
            return true;
        }
    }

    private long newestVersion() {
        ModelRow newest = store.newestReady(NAME).await().atMost(PATIENCE);
        return newest == null ? 0 : newest.version();
    }

    /** The weights that this pod serves, if it serves that model. */
    private Learned.Before before(@Nullable ModelRow ready) {
        boolean usable = config.ranker().enabled() && ready != null && ready.version() == live.version();
        if (!usable || ready.report() == null) {
            return Learned.Before.NOTHING;
        }
        return new Learned.Before(
                live.serving().snapshot().ranker().orElse(null), ready.report().fitting());
    }

    private interface Attempt {
        void run(long version) throws IOException;
    }

    private void attempt(Attempt attempt) {
        long version = store.begin(NAME).await().atMost(PATIENCE);
        try {
            attempt.run(version);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Model %s %d could not be built", NAME, version);
            store.fail(NAME, version, String.valueOf(e)).await().atMost(PATIENCE);
        }
    }

    private void build(BuilderLockStore lock, long version, Learned.Before before) throws IOException {
        Stopwatch watch = new Stopwatch();
        Map<Integer, Long> offsets =
                positions.read(lock.transaction(), topic).await().atMost(PATIENCE);
        long effects = positions.effects(lock.transaction()).await().atMost(PATIENCE);
        Lessons lessons = new Lessons(config.sessionGap(), config.longestSession(), config.popularityHalfLife());
        new LessonReader(lock.transaction(), allowedByDefault)
                .read(clock.instant(), lessons, read -> progress(version, 0.5 * read / Math.max(read, effects)));
        watch.lap("read");
        progress(version, 0.5);
        Learned learned = Learned.of(lessons, config.popularityHalfLife(), before, watch);
        progress(version, 0.8);
        publish(version, new ModelStore.Holds(offsets, effects), learned);
        LOG.infof("Model %s %d: %s", NAME, version, learned.report());
    }

    private void publish(long version, ModelStore.Holds holds, Learned learned) throws IOException {
        ModelArchive.Sealed sealed = archive.write(NAME, version, learned.snapshot());
        store.finish(NAME, version, holds, learned.report(), sealed).await().atMost(PATIENCE);
        live.swap(learned.snapshot(), store.newestReady(NAME).await().atMost(PATIENCE));
        store.prune(NAME).await().atMost(PATIENCE);
    }

    private void progress(long version, double progress) {
        store.progress(NAME, version, progress).await().atMost(PATIENCE);
    }
}

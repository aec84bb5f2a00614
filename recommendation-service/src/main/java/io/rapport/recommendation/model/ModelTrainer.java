package io.rapport.recommendation.model;

import io.rapport.events.Purpose;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.interaction.ConsumerPositions;
import io.rapport.recommendation.model.BuildReport.Quality;
import io.rapport.recommendation.session.CosineParameters;
import io.rapport.recommendation.session.ItemCosine;
import io.rapport.recommendation.session.SessionIndex;
import io.rapport.recommendation.session.SessionParameters;
import io.rapport.recommendation.session.Sessions;
import io.rapport.recommendation.session.Snapshot;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
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

    /** Builds one, unless another pod is at it: then false. What goes wrong is kept with the build and logged. */
    boolean train() {
        try (BuilderLock lock = BuilderLock.tryLock(pool)) {
            if (lock == null) {
                return false;
            }
            long version = store.begin(NAME).await().atMost(PATIENCE);
            try {
                build(lock, version);
            } catch (IOException | RuntimeException e) {
                LOG.errorf(e, "Model %s %d could not be built", NAME, version);
                store.fail(NAME, version, String.valueOf(e)).await().atMost(PATIENCE);
            }
            return true;
        }
    }

    private void build(BuilderLock lock, long version) throws IOException {
        Stopwatch watch = new Stopwatch();
        Map<Integer, Long> offsets = positions.read(lock.transaction(), topic).await().atMost(PATIENCE);
        long effects = positions.effects(lock.transaction()).await().atMost(PATIENCE);
        Lessons lessons = new Lessons(config.sessionGap(), config.longestSession(), config.popularityHalfLife());
        new LessonReader(lock.transaction(), allowedByDefault)
                .read(clock.instant(), lessons, read -> progress(version, 0.5 * read / Math.max(read, effects)));
        watch.lap("read");
        Sessions sessions = lessons.sessions();
        Snapshot snapshot = snapshot(lessons, sessions);
        watch.lap("build");
        progress(version, 0.7);
        Quality quality = HoldOut.measure(sessions, SessionParameters.tuned(), config.popularityHalfLife());
        watch.lap("measure");
        progress(version, 0.8);
        ModelArchive.Sealed sealed = archive.write(NAME, version, snapshot);
        watch.lap("store");
        ModelRow row = row(version, offsets, effects, report(lessons, snapshot, watch, quality), sealed);
        store.finish(NAME, row, sealed.sha256()).await().atMost(PATIENCE);
        live.swap(snapshot, row);
        LOG.infof("Model %s %d: %s", NAME, version, row.report());
        store.prune(NAME).await().atMost(PATIENCE);
    }

    private Snapshot snapshot(Lessons lessons, Sessions sessions) {
        Sessions orders = lessons.orders();
        return new Snapshot(
                lessons.items(),
                SessionIndex.build(sessions, SessionParameters.tuned(), lessons.newest()),
                ItemCosine.build(sessions, CosineParameters.tuned()),
                ItemCosine.build(orders, CosineParameters.tuned()),
                lessons.popularity());
    }

    private static BuildReport report(Lessons lessons, Snapshot snapshot, Stopwatch watch, @Nullable Quality quality) {
        return new BuildReport(
                lessons.interactions(),
                snapshot.sessions().sessions(),
                lessons.orderCount(),
                lessons.items().size(),
                lessons.interactions() == 0 ? null : Instant.ofEpochMilli(lessons.newest()),
                watch.laps(),
                quality);
    }

    private static ModelRow row(
            long version, Map<Integer, Long> offsets, long effects, BuildReport report, ModelArchive.Sealed sealed) {
        Instant now = Instant.now();
        String sum = HexFormat.of().formatHex(sealed.sha256());
        return new ModelRow(
                version, ModelRow.State.READY, 1, now, now, offsets, effects, report, sealed.bytes(), sum, null);
    }

    private void progress(long version, double progress) {
        store.progress(NAME, version, progress).await().atMost(PATIENCE);
    }
}

package io.rapport.recommendation.model;

import static io.rapport.recommendation.testing.Shop.product;
import static io.rapport.recommendation.testing.Shop.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.session.Serving;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.testing.Models;
import io.rapport.recommendation.testing.Page;
import io.rapport.recommendation.testing.Rows;
import io.rapport.recommendation.testing.Visitors;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RankedModelLifeTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String WHO = "('00000000-0000-4000-9000-' || lpad(v::text, 12, '0'))::uuid";

    /** Three thousand visitors who look at a product, at one beside it, and at the first again. */
    private static final String VISITS =
            "insert into interaction (profile_id, at, event_id, product_id, kind, quantity) "
                    + "select " + WHO + ", $1 + (v * 3 + step) * interval '1 second', gen_random_uuid(), "
                    + "'rr-' || (v * 7919 + step % 2 * (1 + v * 31 % 5)) % 120, 1, 1 "
                    + "from generate_series(1, 3000) v, generate_series(0, 2) step returning kind";

    private static final String CONSENTS = "insert into consent (profile_id, purpose, granted, changed_at) " + "select "
            + WHO + ", 'PERSONALIZATION', true, $1 from generate_series(1, 3000) v returning granted";

    @Inject
    Visitors visitors;

    @Inject
    Rows rows;

    @Inject
    LiveModel live;

    @Inject
    ModelStore store;

    @Inject
    ModelArchive archive;

    @Inject
    RecommendationConfig config;

    @BeforeEach
    void threeThousandVisitorsWithAHabit() {
        OffsetDateTime begin = visitors.now().minusSeconds(20_000).atOffset(ZoneOffset.UTC);
        rows.read(CONSENTS, Tuple.of(begin));
        rows.read(VISITS, Tuple.of(begin));
    }

    @AfterEach
    void theyLeave() {
        rows.read("delete from interaction where product_id like 'rr-%' returning kind", Tuple.tuple());
        rows.read(
                "delete from consent where profile_id::text like '00000000-0000-4000-9000-%' returning granted",
                Tuple.tuple());
        Models.retrain();
    }

    @Test
    void modelIsServedAtOnceFittedBehindItAndTheSameOnEveryPod() throws IOException {
        // When
        long plain = Models.retrain().getLong("version");
        Eventually.within(SOON, () -> live.serving().reranks() && live.version() > plain);

        // Then
        JsonPath model = Models.read();
        assertThat(model.getDouble("report.quality.reranked.mrr20"))
                .isGreaterThan(model.getDouble("report.quality.plain.mrr20"))
                .isEqualTo(model.getDouble("report.quality.mrr20"));
        assertThat(model.getDouble("report.quality.popularity.hitRate20")).isPositive();
        assertThat(model.getBoolean("report.fitting.better")).isTrue();
        assertThat(model.getInt("report.fitting.examples")).isGreaterThanOrEqualTo(500);

        // When: a pod that fitted nothing loads what is stored
        ModelRow row = store.newestReady(ModelTrainer.NAME).await().atMost(SOON);
        LiveModel pod = new LiveModel(config);
        pod.swap(archive.read(ModelTrainer.NAME, row), row);

        // Then
        assertThat(pod.serving().reranks()).isTrue();
        LiveModel builder = new LiveModel(config);
        builder.swap(live.serving().snapshot(), row);
        assertSameAnswers(pod.serving(), builder.serving());

        // When: a model is built of newer events before new weights are due
        long ranked = live.version();
        Models.retrain();

        // Then
        assertThat(live.version()).isGreaterThan(ranked);
        assertThat(live.serving().reranks()).isTrue();
        assertAnswersAreExplained();
    }

    @Test
    void fittingIsToldAndOnePodAtATimeIsAtIt() {
        // Given
        long version = Models.retrain().getLong("version");
        Eventually.within(SOON, () -> live.serving().reranks());
        long served = live.version();
        assertThat(served).isGreaterThanOrEqualTo(version);

        // When
        assertThat(claims(served)).isTrue();
        store.fitting(ModelTrainer.NAME, served, 0.5).await().atMost(SOON);

        // Then
        assertThat(claims(served)).isFalse();
        assertThat(Models.read().getString("state")).isEqualTo("fitting");
        assertThat(Models.read().getDouble("progress")).isEqualTo(0.5);

        // When: the pod falls silent
        rows.read(
                "update model set fitting_at = fitting_at - interval '10 minutes' where version = $1 returning version",
                Tuple.of(served));

        // Then
        assertThat(Models.read().getString("state")).isEqualTo("ready");
        assertThat(claims(served)).isTrue();
        store.endFitting(ModelTrainer.NAME, served).await().atMost(SOON);
        assertThat(Models.read().getString("state")).isEqualTo("ready");
    }

    private boolean claims(long version) {
        return store.claimFitting(ModelTrainer.NAME, version).await().atMost(SOON);
    }

    private static void assertSameAnswers(Serving one, Serving other) {
        for (int item = 0; item < 120; item++) {
            SessionQuery query = SessionQuery.of(
                    new int[] {one.items().find("rr-" + item), one.items().find("rr-" + (item + 1) % 120)}, 20);
            assertThat(one.next(query)).isNotEmpty().isEqualTo(other.next(query));
        }
    }

    private void assertAnswersAreExplained() {
        for (int item = 0; item < 8; item++) {
            stock("rr-" + item, product("Item " + item));
        }
        UUID visitor = visitors.consenting();
        visitors.views(visitor, "rr-3");
        Eventually.within(SOON, () -> rows.interactions(visitor) == 1);
        JsonPath answer = Page.of(visitor).answer("home.top-picks");
        assertThat(answer.getString("items[0].because.model")).isEqualTo("session-knn-reranked");
        assertThat(answer.getString("items[0].because.text")).isEqualTo("Because you viewed Item 3");
        assertThat(answer.getString("items[0].because.evidence[0].productId")).isEqualTo("rr-3");
    }
}

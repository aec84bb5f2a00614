package io.rapport.recommendation.model;

import static io.rapport.recommendation.testing.Shop.marketer;
import static io.rapport.recommendation.testing.Shop.product;
import static io.rapport.recommendation.testing.Shop.stock;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.ScoredItem;
import io.rapport.recommendation.session.Serving;
import io.rapport.recommendation.session.SessionQuery;
import io.rapport.recommendation.session.Snapshot;
import io.rapport.recommendation.testing.Models;
import io.rapport.recommendation.testing.Page;
import io.rapport.recommendation.testing.Rows;
import io.rapport.recommendation.testing.Visitors;
import io.restassured.path.json.JsonPath;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelLifeTest {
    private static final Duration SOON = Duration.ofSeconds(20);

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

    @Test
    void buildTellsWhatItHoldsAndWhatItIsMadeOf() {
        // Given
        session("ml-a", "ml-b");

        // When
        JsonPath model = Models.retrain();

        // Then
        assertThat(model.getString("state")).isEqualTo("ready");
        assertThat(model.getDouble("progress")).isEqualTo(1.0);
        assertThat(model.getInt("report.interactions")).isGreaterThanOrEqualTo(2);
        assertThat(model.getInt("report.sessions")).isPositive();
        assertThat(model.getString("report.holdsThrough")).isNotNull();
        assertThat(model.getString("sha256")).hasSize(64);
        assertThat(model.getLong("bytes")).isPositive();
        assertThat(marketer().get("/api/models").jsonPath().getList("items.name"))
                .containsExactly("behaviour");
        marketer().get("/api/models/none").then().statusCode(404);
        marketer().post("/api/models/none/retrain").then().statusCode(404);
        given().header("Authorization", TestCallers.operator(Role.SUPPORT))
                .post("/api/models/behaviour/retrain")
                .then()
                .statusCode(403);
    }

    @Test
    void listOfModelsIsPagedAsEveryList() {
        String behind = Base64.getUrlEncoder().encodeToString("behaviour".getBytes(StandardCharsets.UTF_8));
        JsonPath first = marketer().get("/api/models?limit=1").jsonPath();
        assertThat(first.getList("items.name")).containsExactly("behaviour");
        assertThat(first.getString("cursor")).isNull();
        assertThat(marketer().get("/api/models?cursor=" + behind).jsonPath().getList("items"))
                .isEmpty();
        marketer().get("/api/models?limit=501").then().statusCode(400);
    }

    @Test
    void modelIsMadeOfTheYearBeforeTheNewestInteraction() {
        // Given
        UUID visitor = visitors.consenting();
        visitors.viewsAt(visitor, "ml-long-ago", visitors.now().minus(Duration.ofDays(366)));
        visitors.viewsAt(visitor, "ml-last-year", visitors.now().minus(Duration.ofDays(360)));
        Eventually.within(SOON, () -> rows.interactions(visitor) == 2);

        // When
        Models.retrain();

        // Then
        assertThat(live.serving().items().find("ml-last-year")).isNotEqualTo(ItemTable.UNKNOWN);
        assertThat(live.serving().items().find("ml-long-ago")).isEqualTo(ItemTable.UNKNOWN);
    }

    @Test
    void modelIsBuiltByItselfOnceThereIsMoreToLearn() {
        // Given
        long before = Models.retrain().getLong("version");

        // When
        for (int i = 0; i < 40; i++) {
            session("ml-grow-" + i, "ml-grow-x");
        }

        // Then
        Eventually.within(Duration.ofSeconds(60), () -> Models.read().getLong("servedHere") > before);
    }

    @Test
    void newPodLoadsTheVeryModelThatWasBuilt() throws IOException {
        // Given
        for (int i = 0; i < 30; i++) {
            session("ml-load-" + i % 7, "ml-load-" + i % 5, "ml-load-" + i % 3);
        }
        Models.retrain();
        Snapshot built = live.serving().snapshot();
        ModelRow row = store.newestReady(ModelTrainer.NAME).await().atMost(SOON);
        assertThat(row.version()).isEqualTo(live.version());

        // When
        LiveModel pod = new LiveModel(config);
        pod.swap(archive.read(ModelTrainer.NAME, row), row);

        // Then
        assertThat(pod.version()).isEqualTo(live.version());
        Serving loaded = pod.serving();
        assertThat(loaded.snapshot().sessions().sessions())
                .isEqualTo(built.sessions().sessions());
        assertThat(loaded.snapshot().sessions().foldedThrough())
                .isEqualTo(built.sessions().foldedThrough());
        for (int item = 0; item < built.sessions().itemBound(); item++) {
            assertThat(loaded.items().name(item)).isEqualTo(built.items().name(item));
            SessionQuery query = SessionQuery.of(new int[] {item}, 20);
            assertThat(loaded.snapshot().sessions().recommend(query))
                    .isEqualTo(built.sessions().recommend(query));
            assertThat(together(loaded.snapshot(), item)).isEqualTo(together(built, item));
        }
        assertThat(loaded.snapshot().popularity().top(50, item -> true))
                .isEqualTo(built.popularity().top(50, item -> true));
    }

    @Test
    void storedModelWithAWrongByteIsNotServed() {
        // Given
        session("ml-broken-a", "ml-broken-b");
        Models.retrain();
        ModelRow row = store.newestReady(ModelTrainer.NAME).await().atMost(SOON);
        byte[] chunk =
                store.readChunk(ModelTrainer.NAME, row.version(), 0).await().atMost(SOON);

        // When
        chunk[chunk.length / 2] ^= 1;
        rows.read(
                "update model_chunk set bytes = $2 where version = $1 and part = 0 returning part",
                Tuple.of(row.version(), Buffer.buffer(chunk)));

        // Then
        assertThatThrownBy(() -> archive.read(ModelTrainer.NAME, row)).isInstanceOf(IOException.class);
        Models.retrain();
    }

    @Test
    void failedBuildStaysVisibleAndTheOldModelIsServed() {
        // Given
        session("ml-fail-a", "ml-fail-b");
        long good = Models.retrain().getLong("version");
        UUID wrong = UUID.randomUUID();
        rows.read(
                "insert into consent (profile_id, purpose, granted, changed_at) "
                        + "values ($1, 'PERSONALIZATION', true, '2026-01-01') returning purpose",
                Tuple.of(wrong));
        rows.read(
                "insert into interaction (profile_id, at, event_id, product_id, kind, quantity) "
                        + "values ($1, '2026-01-01', $1, 'ml-wrong', 99, 1) returning kind",
                Tuple.of(wrong));

        // When
        marketer().post("/api/models/behaviour/retrain").then().statusCode(202);

        // Then
        try {
            Eventually.within(
                    Duration.ofSeconds(30), () -> "failed".equals(Models.read().getString("builds[0].state")));
            JsonPath model = Models.read();
            assertThat(model.getString("builds[0].detail")).contains("ArrayIndexOutOfBounds");
            assertThat(model.getLong("servedHere")).isGreaterThanOrEqualTo(good);
        } finally {
            rows.read("delete from interaction where profile_id = $1 returning kind", Tuple.of(wrong));
        }
        assertThat(Models.retrain().getString("state")).isEqualTo("ready");
    }

    @Test
    void storedModelsThatHoldAForgottenPersonGoWithTheNextOne() {
        for (boolean erased : new boolean[] {true, false}) {
            // Given
            UUID visitor = visitors.consenting();
            visitors.views(visitor, "ml-forgotten-a");
            visitors.views(visitor, "ml-forgotten-b");
            Eventually.within(SOON, () -> rows.interactions(visitor) == 2);
            Models.retrain();
            long old = Models.retrain().getLong("version");
            assertThat(stored(old)).isGreaterThan(1);

            // When
            if (erased) {
                visitors.isErased(visitor);
            } else {
                visitors.decides(visitor, false);
            }
            Eventually.within(SOON, () -> rows.interactions(visitor) == 0 && rows.caughtUp());
            Models.retrain();

            // Then
            Eventually.within(SOON, () -> stored(old) == 0);
        }
    }

    /** How many models up to that version are stored. */
    private long stored(long version) {
        return rows.count("select count(distinct version) from model_chunk where version <= $1", Tuple.of(version));
    }

    @Test
    void noAnswerIsLostWhileModelsAreSwapped() {
        // Given
        for (int i = 0; i < 10; i++) {
            stock("ml-swap-" + i, product("Swap " + i));
        }
        for (int i = 0; i < 20; i++) {
            session("ml-swap-" + i % 10, "ml-swap-" + (i + 1) % 10);
        }
        Models.retrain();
        AtomicBoolean over = new AtomicBoolean();
        Set<String> decisions = ConcurrentHashMap.newKeySet();
        Set<String> models = ConcurrentHashMap.newKeySet();

        // When
        List<CompletableFuture<Integer>> askers = IntStream.range(0, 3)
                .mapToObj(asker -> CompletableFuture.supplyAsync(() -> {
                    int asked = 0;
                    while (!over.get()) {
                        JsonPath answer = Page.ofAStranger()
                                .with("productId", "ml-swap-" + asked % 10)
                                .answer("product.similar");
                        assertThat(answer.getList("items")).isNotEmpty();
                        assertThat(decisions.add(answer.getString("decisionId")))
                                .isTrue();
                        models.add(answer.getString("model"));
                        asked++;
                    }
                    return asked;
                }))
                .toList();
        for (int i = 0; i < 3; i++) {
            Models.retrain();
        }
        over.set(true);

        // Then
        int asked = askers.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(decisions).hasSize(asked);
        assertThat(models).hasSizeGreaterThan(1);
    }

    @Test
    void liveSessionsFollowMergesWithdrawalsAndErasure() {
        // Given
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID visitor = visitors.consenting();
            visitors.views(visitor, "ml-live");
            all.add(visitor);
        }
        Eventually.within(SOON, () -> all.stream().allMatch(this::hasLiveSession));

        // When
        visitors.decides(all.get(0), false);
        visitors.isErased(all.get(1));
        visitors.merges(all.get(2), all.get(3));

        // Then
        Eventually.within(SOON, () -> !hasLiveSession(all.get(0)) && !hasLiveSession(all.get(1)));
        Eventually.within(SOON, () -> !hasLiveSession(all.get(3)));
        assertThat(hasLiveSession(all.get(2))).isTrue();
    }

    @Test
    void strangersToConsentHaveNoLiveSession() {
        // Given
        UUID stranger = UUID.randomUUID();
        UUID witness = visitors.consenting();

        // When
        visitors.views(stranger, "ml-live");
        visitors.views(witness, "ml-live");

        // Then
        Eventually.within(SOON, () -> hasLiveSession(witness) && rows.caughtUp());
        assertThat(hasLiveSession(stranger)).isFalse();
    }

    private boolean hasLiveSession(UUID visitor) {
        long now = visitors.now().toEpochMilli();
        return live.serving().current(visitor.toString(), now).length > 0;
    }

    private void session(String... products) {
        UUID visitor = visitors.consenting();
        for (int i = 0; i < products.length; i++) {
            visitors.viewsAt(visitor, products[i], visitors.now().minusSeconds(60L * (products.length - i)));
        }
        Eventually.within(SOON, () -> rows.interactions(visitor) == products.length);
    }

    private static List<ScoredItem> together(Snapshot snapshot, int item) {
        return snapshot.seenTogether().related(item, 20, other -> true);
    }
}

package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.membership.BehaviourSweeper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Computed traits from the event to the profile and its segments, over the whole service. */
@QuarkusTest
class ComputedTraitsTest extends IntakeTestBase {
    private static final Duration A_SESSION = Duration.ofHours(1);
    private static final int MORE_THAN_ARE_KEPT = 205;

    @Inject
    BehaviourSweeper sweeper;

    @Inject
    Pool pool;

    private String anna() {
        return "anonymousId:" + named("anna");
    }

    private JsonNode computed(String identity) {
        return profile(identity).path("computed");
    }

    private SentEvent anna(SentEvent event, Instant at) {
        return event.anonymous(named("anna")).at(at);
    }

    @Test
    void aSegmentOverTheCartIsEnteredAndLeftWithTheEvents() {
        // Given
        String segment = named("three-lamps");
        admin().body(SentEvent.json(
                                "{'name':'Full cart','condition':{'trait':'computed.cart.itemCount','op':'gte','value':3}}")
                        .toString())
                .put("/api/segments/" + segment);
        Eventually.within(
                SOON,
                () -> get("/api/segments/" + segment).path("state").asText().equals("ready"));

        // When
        take(anna(track("Product Added", "{'product_id':'lamp','quantity':3,'price':20}"), NOON));
        JsonNode added = profile(anna());
        take(anna(track("Order Completed", "{'order_id':'" + named("o") + "','revenue':60}"), NOON.plusSeconds(60)));
        JsonNode ordered = profile(anna());

        // Then
        assertThat(added.path("segments").toString()).contains(segment);
        assertThat(added.at("/computed/cart/value/amount").asText()).isEqualTo("60.00");
        assertThat(ordered.path("segments").toString()).doesNotContain(segment);
        assertThat(ordered.at("/computed/cart/itemCount").asInt(-1)).isZero();
    }

    @Test
    void whoIsTakenApartHasWhatTheirOwnEventsAddUpTo() {
        // Given
        take(anna(track("Product Viewed", "{'product_id':'lamp'}"), NOON));
        take(track("Products Searched", "{'query':'bed'}")
                .user(named("u"))
                .anonymous(named("anna"))
                .at(NOON.plusSeconds(9)));
        take(track("Products Searched", "{'query':'bed'}").user(named("u")).at(NOON.plus(A_SESSION)));
        JsonNode together = computed(anna());

        // When
        admin().body("{\"identity\":\"" + anna() + "\"}")
                .post("/api/profiles/" + id(anna()) + "/unmerge")
                .then()
                .statusCode(200);

        // Then
        assertThat(together.path("productViews").asInt()).isEqualTo(1);
        assertThat(together.path("sessionCount").asInt()).isEqualTo(2);
        assertThat(computed(anna()).path("productViews").asInt()).isEqualTo(1);
        assertThat(computed("userId:" + named("u")).path("productViews").asInt())
                .isZero();
        assertThat(computed("userId:" + named("u")).path("searches").asInt()
                        + computed(anna()).path("searches").asInt())
                .isEqualTo(2);
    }

    @Test
    void anEventOfTheFirstYearIsCountedLikeAnyOther() {
        take(anna(track("Product Viewed", "{'product_id':'lamp'}"), Instant.parse("0001-01-01T00:00:00Z")));

        assertThat(computed(anna()).path("productViews").asInt()).isEqualTo(1);
        assertThat(computed(anna()).path("firstVisitAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void whoHasABirthdayIsInTheBandOfTheirAge() {
        take(identify("{'birthday':'1983-01-01'}").anonymous(named("anna")).at(NOON));

        assertThat(profile(anna()).path("segments").toString())
                .contains("age-35-44")
                .doesNotContain("age-under-18");
    }

    @Test
    void lateVisitsBeyondThoseThatAreKeptAreCountedByTheSweeper() {
        // Given: more sessions than a state keeps one by one
        List<SentEvent> visits = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_ARE_KEPT; i++) {
            visits.add(anna(track("Page Left", "{}"), NOON.plus(A_SESSION.multipliedBy(i))));
        }
        take(visits);

        // When: one comes that is older than they
        take(anna(track("Page Left", "{}"), NOON.minus(A_SESSION.multipliedBy(3))));
        sweeper.sweep().await().atMost(SOON);

        // Then
        assertThat(computed(anna()).path("sessionCount").asInt()).isEqualTo(MORE_THAN_ARE_KEPT + 1);
    }

    @Test
    void anErasedPersonsBehaviourIsGone() {
        take(anna(track("Product Viewed", "{'product_id':'lamp'}"), NOON));
        String id = id(anna()).toString();

        admin().body("{\"identity\":\"" + anna() + "\",\"type\":\"erase\"}")
                .post("/api/privacy/requests")
                .then()
                .statusCode(lessThan(300));

        Eventually.within(SOON, () -> !exists(anna()));
        assertThat(rows(id)).isZero();
    }

    private long rows(String profile) {
        return pool.preparedQuery("select count(*) from behaviour where profile_id = $1::text::uuid")
                .execute(Tuple.of(profile))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }
}

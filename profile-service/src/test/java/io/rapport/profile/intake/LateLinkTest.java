package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.testing.TopicLog;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes late decides as if it had come in time. */
@QuarkusTest
class LateLinkTest extends IntakeTestBase {
    private SentEvent signedIn(String who) {
        return identify("{'plan':'" + who + "'}").user(named(who)).anonymous(named("tablet"));
    }

    private SentEvent viewed() {
        return track("Product Viewed", "{'category':'Lamps'}").anonymous(named("tablet"));
    }

    @Test
    void theTabletGoesToWhomHadItFirstWithItsEventsAndIsAnnounced() {
        // Given
        takeOneByOne(
                signedIn("anna").at(NOON.plusSeconds(10)),
                viewed().at(NOON.plusSeconds(11)),
                identify("{'shoe':43}").anonymous(named("tablet")).at(NOON.plusSeconds(12)));
        UUID anna = id("userId:" + named("anna"));
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            // When
            take(signedIn("bob").at(NOON));

            // Then
            UUID bob = id("userId:" + named("bob"));
            assertThat(bob).isNotEqualTo(anna);
            assertThat(id("anonymousId:" + named("tablet"))).isEqualTo(bob);
            assertThat(names(events(anna))).containsExactly("identify");
            assertThat(names(events(bob))).containsExactly("identify", "Product Viewed", "identify");
            assertThat(traits(anna)).isEqualTo("{\"plan\":\"anna\"}");
            assertThat(traits(bob)).contains("\"plan\":\"bob\"").contains("\"shoe\":43");
            assertThat(get("/api/profiles/" + anna).at("/computed/favouriteCategories"))
                    .isEmpty();
            assertThat(get("/api/profiles/" + bob).at("/computed/favouriteCategories"))
                    .hasSize(1);
            Eventually.within(SOON, () -> said(log, anna, "profiles-unmerged") && said(log, bob, "profiles-merged"));
        }
    }

    @Test
    void whatRepeatsInTimeIsNotResolvedAgain() {
        takeOneByOne(signedIn("anna").at(NOON), viewed().at(NOON.plusSeconds(5)), viewed().at(NOON.plusSeconds(9)));
        UUID anna = id("userId:" + named("anna"));
        long kept = kept();

        takeOneByOne(signedIn("anna").at(NOON.plusSeconds(3)), viewed().at(NOON.plusSeconds(7)));

        assertThat(kept()).isEqualTo(kept);
        assertThat(id("anonymousId:" + named("tablet"))).isEqualTo(anna);
    }

    private long kept() {
        return count("select count(distinct evidence_id) from identity_evidence_name where value like $1", "%" + own);
    }

    @Test
    void anOperatorsMergeHoldsWhateverComesLate() {
        // Given
        takeOneByOne(signedIn("anna").at(NOON.plusSeconds(10)), signedIn("bob").at(NOON.plusSeconds(20)));
        UUID anna = id("userId:" + named("anna"));
        UUID bob = id("userId:" + named("bob"));
        admin().body("{\"with\":\"" + bob + "\"}")
                .post("/api/profiles/" + anna + "/merge")
                .then()
                .statusCode(200);

        // When
        take(signedIn("bob").at(NOON));

        // Then
        assertThat(id("userId:" + named("bob"))).isEqualTo(id("userId:" + named("anna")));
        assertThat(id("anonymousId:" + named("tablet"))).isEqualTo(id("userId:" + named("anna")));
    }

    @Test
    void nothingOfWhatIsKeptIsLeftOfAnErasedPerson() {
        takeOneByOne(signedIn("anna").at(NOON.plusSeconds(10)), signedIn("bob").at(NOON));
        UUID bob = id("userId:" + named("bob"));
        admin().body("{\"type\":\"erase\",\"identity\":\"" + bob + "\"}")
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);
        Eventually.within(SOON, () -> !exists("userId:" + named("bob")));

        assertThat(count(
                        "select count(*) from identity_evidence_name where value in ($1, $2)",
                        named("bob"),
                        named("tablet")))
                .isZero();
    }

    private static String traits(UUID profile) {
        return get("/api/profiles/" + profile).path("traits").toString();
    }

    private static boolean said(TopicLog log, UUID key, String kind) {
        List<JsonNode> all = log.jsonOf(key.toString());
        return all.stream().anyMatch(event -> event.path("kind").asText().equals(kind));
    }
}

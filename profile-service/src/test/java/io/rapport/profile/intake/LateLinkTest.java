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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void anAddressThatCameLateIsRefusedToWhomHadAnotherAtTheTime() {
        // Given an address that anna has until ben's shop says that it is his
        String shared = named("shared") + "@shop.example";
        String other = named("other") + "@shop.example";
        takeOneByOne(
                identify("{'email':'" + shared + "'}").user(named("anna")).at(NOON),
                identify("{'email':'" + shared + "'}")
                        .user(named("ben"))
                        .backEnd()
                        .at(NOON.plusSeconds(60)));

        // When
        take(identify("{'email':'" + other + "'}").user(named("anna")).at(NOON.plusSeconds(30)));

        // Then
        assertThat(id("email:" + shared)).isEqualTo(id("userId:" + named("ben")));
        assertThat(exists("email:" + other)).isFalse();
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
    void nothingOfWhatIsKeptIsLeftOfAnErasedPersonAndOthersStayWhole() {
        // Given
        takeOneByOne(
                signedIn("anna")
                        .context("device", "{'id':'" + named("phone") + "'}")
                        .at(NOON.plusSeconds(10)),
                signedIn("bob").at(NOON));
        UUID bob = id("userId:" + named("bob"));

        // When
        admin().body("{\"type\":\"erase\",\"identity\":\"" + bob + "\"}")
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);
        Eventually.within(SOON, () -> !exists("userId:" + named("bob")));

        // Then
        assertThat(count(
                        "select count(*) from identity_evidence_name where value in ($1, $2)",
                        named("bob"),
                        named("tablet")))
                .isZero();
        take(track("Late").user(named("anna")).at(NOON.minusSeconds(5)));
        assertThat(id("deviceId:" + named("phone"))).isEqualTo(id("userId:" + named("anna")));
    }

    @Test
    void whatWasTiedBeforeEvidenceWasKeptStaysTied() throws IOException {
        // Given: a database as it was before, migrated
        takeOneByOne(
                signedIn("anna").at(NOON.plusSeconds(10)),
                track("Met").anonymous(named("phone")).at(NOON));
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V2_6__identity_evidence.sql"));
        String seed = migration.substring(migration.indexOf("create temporary"), migration.indexOf("-- On whose word"));
        pool.withTransaction(transaction -> transaction
                        .query("delete from identity_evidence_name; delete from identity_evidence; " + seed)
                        .execute())
                .await()
                .atMost(SOON);

        // When
        take(signedIn("bob").at(NOON), track("Again").anonymous(named("phone")).at(NOON.minusSeconds(9)));

        // Then
        assertThat(id("anonymousId:" + named("tablet"))).isEqualTo(id("userId:" + named("anna")));
        assertThat(id("userId:" + named("bob"))).isNotEqualTo(id("userId:" + named("anna")));
        assertThat(names(events(id("anonymousId:" + named("phone"))))).containsExactly("Met", "Again");
    }

    private static String traits(UUID profile) {
        return get("/api/profiles/" + profile).path("traits").toString();
    }

    private static boolean said(TopicLog log, UUID key, String kind) {
        List<JsonNode> all = log.jsonOf(key.toString());
        return all.stream().anyMatch(event -> event.path("kind").asText().equals(kind));
    }
}

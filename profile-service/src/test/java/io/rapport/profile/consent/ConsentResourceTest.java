package io.rapport.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.directory.ProfileDirectory;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.identity.Trust;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentResourceTest extends ServiceTest {
    private final String userId = "c-" + UUID.randomUUID();
    private final String identity = "userId:" + userId;
    private UUID profile;

    @Inject
    ProfileDirectory directory;

    @Inject
    ConsentService service;

    @BeforeEach
    void makeTheProfile() {
        profile = make(userId);
    }

    private UUID make(String user) {
        return pool.withTransaction(
                        transaction -> directory.findOrCreate(transaction, IdentifierType.USER_ID, user, Trust.SERVER))
                .await()
                .atMost(SOON)
                .orElseThrow();
    }

    private static Map<String, Object> decision(String identity, String purpose, boolean granted) {
        return Map.of("identity", identity, "purpose", purpose, "granted", granted);
    }

    private Response read() {
        return admin().queryParam("identity", identity).get("/api/consents");
    }

    @Test
    void withoutADecisionEveryPurposeHasItsDefault() {
        read().then()
                .statusCode(200)
                .body("profileId", equalTo(profile.toString()))
                .body("consents.purpose", equalTo(List.of("analytics", "personalization", "marketing", "advertising")))
                .body("consents.granted", everyItem(equalTo(false)))
                .body("consents.default", everyItem(equalTo(true)));
    }

    @Test
    void aDecisionHoldsIsShownAndAnnouncedWithTheProfilesNextSequence() {
        // When
        Response decided = admin().body(decision(identity, "marketing", true)).put("/api/consents");
        admin().body(decision(profile.toString(), "marketing", false))
                .put("/api/consents")
                .then()
                .statusCode(200);

        // Then
        decided.then()
                .statusCode(200)
                .body("consents.find { it.purpose == 'marketing' }.granted", equalTo(true))
                .body("consents.find { it.purpose == 'marketing' }.default", equalTo(false))
                .body("consents.find { it.purpose == 'marketing' }.source", equalTo("api"));
        read().then().body("consents.find { it.purpose == 'marketing' }.granted", equalTo(false));
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            List<JsonNode> announced = log.await(profile.toString(), 2);
            assertThat(announced)
                    .extracting(event -> event.path("kind").asText())
                    .containsOnly("consent-changed");
            assertThat(announced)
                    .extracting(event -> event.path("granted").asBoolean())
                    .containsExactly(true, false);
            assertThat(announced.get(1).path("sequence").asLong())
                    .isGreaterThan(announced.get(0).path("sequence").asLong());
            assertThat(announced.get(0).path("source").asText()).isEqualTo("api");
        }
    }

    @Test
    void sayingTheSameAgainIsKeptAndNotAnnounced() {
        // When
        admin().body(decision(identity, "analytics", true))
                .put("/api/consents")
                .then()
                .statusCode(200);
        admin().body(decision(identity, "analytics", true))
                .put("/api/consents")
                .then()
                .statusCode(200);
        admin().body(decision(identity, "analytics", false))
                .put("/api/consents")
                .then()
                .statusCode(200);

        // Then
        assertThat(history()).containsExactly(false, true, true);
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            assertThat(log.await(profile.toString(), 2)).hasSize(2);
        }
    }

    private List<Boolean> history() {
        return admin().queryParam("identity", identity)
                .get("/api/consents/history")
                .path("items.granted");
    }

    @Test
    void aLateStatementIsHistoryAndChangesNothing() {
        // Given
        admin().body(decision(identity, "marketing", false))
                .put("/api/consents")
                .then()
                .statusCode(200);

        // When
        record(new ConsentStatement(
                profile, Purpose.MARKETING, true, Instant.parse("2026-01-01T00:00:00Z"), "web", Origin.REPLAY));

        // Then
        read().then().body("consents.find { it.purpose == 'marketing' }.granted", equalTo(false));
        assertThat(history()).containsExactly(false, true);
    }

    private void record(ConsentStatement statement) {
        pool.withTransaction(transaction -> directory
                        .nextSequence(transaction, statement.profileId())
                        .chain(sequence -> service.record(transaction, statement, sequence)))
                .await()
                .atMost(SOON);
    }

    @Test
    void aDecisionThatComesInBetweenDoesNotShiftThePages() {
        // Given
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        for (int day = 0; day < 4; day++) {
            record(new ConsentStatement(
                    profile, Purpose.MARKETING, day % 2 == 0, first.plusSeconds(86_400L * day), "web", Origin.LIVE));
        }
        Response newest = page("");
        admin().body(decision(identity, "marketing", true)).put("/api/consents");

        // When
        Response next = page(newest.path("cursor"));

        // Then
        assertThat(newest.<List<String>>path("items.decidedAt"))
                .containsExactly("2026-01-04T00:00:00Z", "2026-01-03T00:00:00Z");
        assertThat(next.<List<String>>path("items.decidedAt"))
                .containsExactly("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z");
        assertThat(next.<String>path("cursor")).isNull();
        page("bm9uc2Vuc2U").then().statusCode(400);
    }

    private Response page(String cursor) {
        return admin().queryParam("identity", identity)
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/api/consents/history");
    }

    @Test
    void aStatementThatIsDeliveredTwiceIsOne() {
        // Given
        ConsentStatement statement = new ConsentStatement(
                profile, Purpose.MARKETING, true, Instant.parse("2026-01-01T00:00:00.123456789Z"), "web", Origin.LIVE);

        // When
        record(statement);
        record(statement);

        // Then
        assertThat(history()).containsExactly(true);
    }

    @Test
    void aMergeBringsStateAndHistoryToTheSurvivor() {
        // Given
        UUID loser = make(userId + "-loser");
        admin().body(decision(identity, "marketing", true)).put("/api/consents");
        admin().body(decision("userId:" + userId + "-loser", "marketing", false))
                .put("/api/consents");

        // When
        List<ConsentStatement> changes = pool.withTransaction(transaction -> service.merge(transaction, profile, loser))
                .await()
                .atMost(SOON);

        // Then
        assertThat(changes).hasSize(1);
        read().then().body("consents.find { it.purpose == 'marketing' }.granted", equalTo(false));
        assertThat(history()).containsExactly(false, true);
        assertThat(count("select count(*) from consent where profile_id = $1", loser))
                .isZero();
        assertThat(count("select count(*) from consent_decision where profile_id = $1", loser))
                .isZero();
    }

    @Test
    void ofABatchWhatCanBeTakenIsTaken() {
        // When
        Response answer = admin().body(Map.of(
                        "items",
                        List.of(
                                decision(identity, "marketing", true),
                                decision("userId:nobody-" + userId, "marketing", true),
                                decision("fax:1", "marketing", true),
                                decision(identity, "advertising", false))))
                .put("/api/consents/batch");

        // Then
        answer.then().statusCode(200).body("accepted", equalTo(2)).body("rejected.index", equalTo(List.of(1, 2)));
        assertThat(answer.asString()).doesNotContain(userId);
        read().then().body("consents.findAll { !it.default }.purpose", equalTo(List.of("marketing", "advertising")));
    }

    @Test
    void theHistoryIsPaged() {
        // Given
        for (boolean granted : new boolean[] {true, false, true}) {
            admin().body(decision(identity, "marketing", granted)).put("/api/consents");
        }

        // When
        Response first =
                admin().queryParam("identity", identity).queryParam("limit", 2).get("/api/consents/history");
        Response second = admin().queryParam("identity", identity)
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("cursor"))
                .get("/api/consents/history");

        // Then
        assertThat(first.<List<Boolean>>path("items.granted")).containsExactly(true, false);
        assertThat(second.<List<Boolean>>path("items.granted")).containsExactly(true);
        assertThat(second.<String>path("cursor")).isNull();
    }

    @Test
    void nonsenseIsRefused() {
        admin().get("/api/consents").then().statusCode(400);
        for (String bad : List.of("", "42", "fax:42", "userId:", "userId:a\0b")) {
            assertThat(admin().queryParam("identity", bad).get("/api/consents").statusCode())
                    .as(bad)
                    .isIn(400, 404);
        }
        admin().queryParam("identity", "userId:nobody-" + userId)
                .get("/api/consents")
                .then()
                .statusCode(404);
        admin().queryParam("identity", UUID.randomUUID())
                .get("/api/consents")
                .then()
                .statusCode(404);
        admin().body(Map.of("identity", identity, "purpose", "marketing"))
                .put("/api/consents")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/granted"));
        admin().body(Map.of("identity", identity, "purpose", "selling", "granted", true))
                .put("/api/consents")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/purpose"));
        admin().put("/api/consents/batch").then().statusCode(400);
        admin().body("{\"items\":[null]}").put("/api/consents/batch").then().statusCode(400);
    }

    @Test
    void supportAndKeysWithTheScopeMay() {
        as(TestCallers.operator(Role.SUPPORT))
                .queryParam("identity", identity)
                .get("/api/consents")
                .then()
                .statusCode(200);
        as(TestCallers.server("consents:*"))
                .body(decision(identity, "marketing", true))
                .put("/api/consents")
                .then()
                .statusCode(200);
        as(TestCallers.server("consents:read"))
                .body(decision(identity, "marketing", true))
                .put("/api/consents")
                .then()
                .statusCode(403);
        as(TestCallers.operator(Role.MARKETER))
                .queryParam("identity", identity)
                .get("/api/consents")
                .then()
                .statusCode(403);
        as(TestCallers.visitor("web", userId))
                .queryParam("identity", identity)
                .get("/api/consents")
                .then()
                .statusCode(403);
    }
}

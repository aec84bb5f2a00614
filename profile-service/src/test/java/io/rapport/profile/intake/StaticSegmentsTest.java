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
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Static segments: lists of people that operators keep by hand and by file. */
@QuarkusTest
class StaticSegmentsTest extends IntakeTestBase {
    @BeforeEach
    void theSegmentAndThreePeople() {
        put("vip", "{'name':'VIP','kind':'static'}").statusCode(201);
        for (String name : List.of("anna", "bob", "cleo")) {
            take(identify("{'email':'" + mail(name) + "'}")
                    .user(named(name))
                    .proved()
                    .at(NOON));
        }
    }

    private ValidatableResponse put(String id, String body) {
        return admin().body(SentEvent.json(body).toString())
                .put("/api/segments/" + named(id))
                .then();
    }

    private String mail(String name) {
        return named(name) + "@example.com";
    }

    private String user(String name) {
        return "userId:" + named(name);
    }

    private String members() {
        return "/api/segments/" + named("vip") + "/members";
    }

    private JsonNode change(String body) {
        return json(admin().body(SentEvent.json(body).toString())
                .post(members())
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private JsonNode upload(String file, Charset charset, String contentType, String query) {
        return json(admin().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType(contentType)
                .body(file.getBytes(charset))
                .post(members() + query)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private JsonNode upload(String file) {
        return upload(file, StandardCharsets.UTF_8, "text/csv", "");
    }

    private List<String> segments(String identity) {
        return StreamSupport.stream(profile(identity).path("segments").spliterator(), false)
                .map(JsonNode::asText)
                .filter(segment -> segment.endsWith(own))
                .toList();
    }

    private long size() {
        return get("/api/segments/" + named("vip")).path("size").asLong();
    }

    private void merge(UUID one, UUID other) {
        admin().body("{\"with\":\"" + other + "\"}")
                .post("/api/profiles/" + one + "/merge")
                .then()
                .statusCode(200);
    }

    private void unmerge(UUID profile, UUID former) {
        admin().body("{\"identity\":\"" + former + "\"}")
                .post("/api/profiles/" + profile + "/unmerge")
                .then()
                .statusCode(200);
    }

    @Test
    void aStaticSegmentIsReadyAndHasAListInsteadOfACondition() {
        JsonNode segment = get("/api/segments/" + named("vip"));
        assertThat(segment.path("state").asText()).isEqualTo("ready");
        assertThat(segment.path("kind").asText()).isEqualTo("static");
        assertThat(segment.has("condition")).isFalse();
        put("vip", "{'name':'Very important','kind':'static'}").statusCode(200);
        put("vip", "{'name':'VIP','condition':{'consent':'marketing'}}").statusCode(409);
        put("both", "{'name':'x','kind':'static','condition':{'consent':'marketing'}}")
                .statusCode(400);
        put("neither", "{'name':'x'}").statusCode(400);
    }

    @Test
    void peopleAreNamedByAnyOfTheirIdsAndCountedOnce() {
        // When
        JsonNode done =
                change("{'add':['" + user("anna") + "','email:" + mail("anna").toUpperCase(Locale.ROOT) + "','"
                        + id(user("bob")) + "','userId:" + named("nobody") + "','shoe:42']}");
        JsonNode again =
                change("{'add':['" + user("anna") + "'],'remove':['" + user("bob") + "','" + user("cleo") + "']}");

        // Then
        assertThat(done.path("added").asInt()).isEqualTo(2);
        assertThat(done.path("alreadyMembers").asInt()).isEqualTo(1);
        assertThat(done.path("unknown").asInt()).isEqualTo(1);
        assertThat(done.path("invalid").asInt()).isEqualTo(1);
        assertThat(done.path("rejected").findValuesAsText("pointer")).containsExactlyInAnyOrder("/add/3", "/add/4");
        assertThat(done.path("rejected").toString()).doesNotContain(own);
        assertThat(again.path("alreadyMembers").asInt()).isEqualTo(1);
        assertThat(again.path("removed").asInt()).isEqualTo(1);
        assertThat(again.path("notMembers").asInt()).isEqualTo(1);
        assertThat(segments(user("anna"))).containsExactly(named("vip"));
        assertThat(segments(user("bob"))).isEmpty();
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void aDryRunSaysTheSameAndDoesNothing() {
        // Given
        change("{'add':['" + user("anna") + "']}");
        String body = "'add':['" + user("anna") + "','" + user("bob") + "','" + user("bob") + "'],'remove':['"
                + user("bob") + "','" + user("cleo") + "']}";

        // When
        JsonNode dry = change("{'dryRun':true," + body);
        List<String> after = segments(user("bob"));
        JsonNode done = change("{" + body);

        // Then
        assertThat(after).isEmpty();
        assertThat(dry.path("dryRun").asBoolean()).isTrue();
        for (String count : List.of("added", "alreadyMembers", "removed", "notMembers")) {
            assertThat(dry.path(count)).as(count).isEqualTo(done.path(count));
        }
        assertThat(segments(user("bob"))).isEmpty();
    }

    @Test
    void aFileComesAsSpreadsheetsWriteIt() {
        // Given
        String excel = "\uFEFFName;E-Mail;email\r\n\"Cl\u00e9o; the \"\"3rd\"\"\";x;" + mail("cleo") + "\r\n\r\nA;b;"
                + named("who") + "@example.com\r\n";

        // When
        JsonNode semicolons = upload(excel);
        JsonNode plain = upload(user("anna") + "\n" + id(user("bob")) + "\n");
        JsonNode wide =
                upload("userId\n" + named("anna") + "\n", StandardCharsets.UTF_16LE, "text/csv; charset=UTF-16LE", "");
        JsonNode off = upload(
                "person\n" + user("anna"), StandardCharsets.ISO_8859_1, "text/csv;charset=latin1", "?remove=true");

        // Then
        assertThat(semicolons.path("added").asInt()).isEqualTo(1);
        assertThat(semicolons.path("unknown").asInt()).isEqualTo(1);
        assertThat(semicolons.at("/rejected/0/line").asInt()).isEqualTo(4);
        assertThat(plain.path("added").asInt()).isEqualTo(2);
        assertThat(wide.path("alreadyMembers").asInt()).isEqualTo(1);
        assertThat(off.path("removed").asInt()).isEqualTo(1);
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void whatIsNoCsvOrTooLongIsRefusedAsAWhole() {
        refused("userId\n\"open\n", "text/csv", 400);
        refused("", "text/csv", 400);
        refused("userId\n\u00e4", "text/csv; charset=nonsense", 415);
        refused("userId\n" + "x\n".repeat(100_001), "text/csv", 413);
        admin().body("{}").post(members()).then().statusCode(400);
        admin().body("{\"add\":[\"" + user("anna") + "\"]}")
                .post("/api/segments/nowhere/members")
                .then()
                .statusCode(404);
    }

    private void refused(String file, String contentType, int status) {
        admin().contentType(contentType)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(members())
                .then()
                .statusCode(status);
    }

    @Test
    void joiningAndLeavingIsAnnouncedOnceAndExplained() {
        // Given
        String anna = id(user("anna")).toString();

        // When
        change("{'add':['" + user("anna") + "']}");
        change("{'add':['" + user("anna") + "']}");
        JsonNode explained = get("/api/segments/" + named("vip") + "/explain/" + anna);
        admin().delete(members() + "/" + anna).then().statusCode(204);
        admin().delete(members() + "/" + anna).then().statusCode(204);
        admin().delete(members() + "/" + UUID.randomUUID()).then().statusCode(404);

        // Then
        assertThat(explained.path("member").asBoolean()).isTrue();
        assertThat(explained.at("/because/0/value/0/profileId").asText()).isEqualTo(anna);
        assertThat(get("/api/segments/" + named("vip") + "/explain/" + anna)
                        .path("member")
                        .asBoolean())
                .isFalse();
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            Eventually.within(SOON, () -> turns(log, anna).size() >= 2);
            assertThat(turns(log, anna)).containsExactly("segment-entered", "segment-exited");
        }
    }

    private List<String> turns(TopicLog log, String profile) {
        return log.jsonOf(profile).stream()
                .filter(event -> event.path("segment").asText().equals(named("vip")))
                .map(event -> event.path("kind").asText())
                .toList();
    }

    @Test
    void aSegmentOfTheListFollowsIt() {
        // Given
        put(
                        "others",
                        "{'name':'x','condition':{'all':[{'trait':'email','op':'endsWith','value':'" + own
                                + "@example.com'},{'not':{'segment':'" + named("vip") + "'}}]}}")
                .statusCode(201);
        Eventually.within(SOON, () -> segments(user("anna")).equals(List.of(named("others"))));

        // When
        change("{'add':['" + user("anna") + "']}");

        // Then
        assertThat(segments(user("anna"))).containsExactly(named("vip"));
        assertThat(segments(user("bob"))).containsExactly(named("others"));
        admin().delete("/api/segments/" + named("vip")).then().statusCode(409);
        admin().body("{\"add\":[\"" + user("anna") + "\"]}")
                .post("/api/segments/" + named("others") + "/members")
                .then()
                .statusCode(409);
    }

    @Test
    void aMergeKeepsThemOnTheListAndAnUnmergeGivesEachTheirOwnBack() {
        // Given
        UUID anna = id(user("anna"));
        UUID bob = id(user("bob"));
        change("{'add':['" + user("bob") + "']}");

        // When
        merge(anna, bob);
        List<String> together = segments(user("anna"));
        long size = size();
        unmerge(anna, bob);

        // Then
        assertThat(together).containsExactly(named("vip"));
        assertThat(size).isEqualTo(1);
        assertThat(segments(user("anna"))).isEmpty();
        assertThat(segments(user("bob"))).containsExactly(named("vip"));
        assertThat(size()).isEqualTo(1);
    }

    @Test
    void whoIsTakenOffAfterAMergeDoesNotComeBackOnTheList() {
        // Given
        UUID anna = id(user("anna"));
        UUID bob = id(user("bob"));
        change("{'add':['" + user("bob") + "']}");
        merge(anna, bob);

        // When
        change("{'remove':['" + bob + "']}");
        unmerge(anna, bob);

        // Then
        assertThat(segments(user("bob"))).isEmpty();
        assertThat(size()).isZero();
    }

    @Test
    void nothingIsKeptOfAnErasedPersonsListsNorOfADeletedSegment() {
        // Given
        String anna = id(user("anna")).toString();
        change("{'add':['" + user("anna") + "','" + user("bob") + "']}");

        // When
        admin().body("{\"type\":\"erase\",\"identity\":\"" + user("anna") + "\"}")
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);
        Eventually.within(SOON, () -> !exists(user("anna")));
        long size = size();
        admin().delete("/api/segments/" + named("vip")).then().statusCode(204);

        // Then
        assertThat(size).isEqualTo(1);
        assertThat(listed(anna)).isZero();
        String bob = id(user("bob")).toString();
        Eventually.within(SOON, () -> listed(bob) == 0);
        assertThat(segments(user("bob"))).isEmpty();
        put("vip", "{'name':'VIP','kind':'static'}").statusCode(201);
        take(track("Whatever").user(named("bob")));
        assertThat(segments(user("bob"))).isEmpty();
    }

    private long listed(String profile) {
        return count("select count(*) from segment_listed where profile_id = $1::text::uuid", profile);
    }
}

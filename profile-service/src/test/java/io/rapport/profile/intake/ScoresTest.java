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
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Scores from the event to the number, and to the segments that ask for it. */
@QuarkusTest
class ScoresTest extends IntakeTestBase {
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(3);

    private String bought(String rest) {
        return "{'event':'" + named("Bought") + "'" + rest + "}";
    }

    private static String weight(String condition, int weight) {
        return "{'condition':" + condition + ",'weight':" + weight + "}";
    }

    private ValidatableResponse put(String id, String... weights) {
        return admin().body(SentEvent.json("{'name':'Of a test','weights':[" + String.join(",", weights) + "]}")
                        .toString())
                .put("/api/scores/" + named(id))
                .then();
    }

    private void ready(String id, String... weights) {
        put(id, weights).statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        Eventually.within(
                SOON,
                () -> get("/api/scores/" + named(id)).path("state").asText().equals("ready"));
    }

    private ValidatableResponse putSegment(String id, String condition) {
        return admin().body(SentEvent.json("{'name':'x','condition':" + condition + "}")
                        .toString())
                .put("/api/segments/" + named(id))
                .then();
    }

    private void readySegment(String id, String condition) {
        putSegment(id, condition).statusCode(org.hamcrest.Matchers.oneOf(200, 201));
        Eventually.within(
                SOON,
                () -> get("/api/segments/" + named(id)).path("state").asText().equals("ready"));
    }

    private String atLeast(String score, int value) {
        return "{'trait':'computed.scores." + named(score) + "','op':'gte','value':" + value + "}";
    }

    private String anna() {
        return "anonymousId:" + named("anna");
    }

    private SentEvent buys(Instant at) {
        return track(named("Bought")).anonymous(named("anna")).at(at);
    }

    private int score(String id) {
        return profile(anna()).path("computed").path("scores").path(named(id)).asInt(-1);
    }

    private List<String> segments() {
        return StreamSupport.stream(profile(anna()).path("segments").spliterator(), false)
                .map(JsonNode::asText)
                .filter(segment -> segment.endsWith(own))
                .toList();
    }

    @Test
    void aScoreFollowsEventsAndItsSegmentsFollowIt() {
        // Given
        take(buys(NOON));
        ready(
                "warm",
                weight(bought(""), 20),
                weight(bought(",'count':{'gte':2}"), 40),
                weight("{'trait':'gone','op':'eq','value':true}", -50));
        readySegment("hot", atLeast("warm", 50));
        int before = score("warm");

        // When
        take(buys(NOON.plusSeconds(1)));
        int after = score("warm");
        List<String> hot = segments();
        JsonNode explained = get("/api/segments/" + named("hot") + "/explain/" + id(anna()));
        take(identify("{'gone':true}").anonymous(named("anna")).at(NOON.plusSeconds(2)));

        // Then
        assertThat(before).isEqualTo(20);
        assertThat(after).isEqualTo(60);
        assertThat(hot).containsExactly(named("hot"));
        assertThat(explained.at("/because/0/value").asInt()).isEqualTo(60);
        assertThat(score("warm")).isEqualTo(10);
        assertThat(segments()).isEmpty();
    }

    @Test
    void aScoreFallsWithTheClockAndTakesItsSegmentsAlong() {
        // Given
        ready("fresh", weight(bought(",'within':'PT" + TIME_TO_LEAVE.toSeconds() + "S'"), 7));
        readySegment("now", atLeast("fresh", 7));
        Instant now = Instant.now();

        // When
        take(buys(now).received(now));
        List<String> before = segments();

        // Then
        assertThat(before).containsExactly(named("now"));
        Eventually.within(TIME_TO_LEAVE.plusSeconds(5), () -> segments().isEmpty());
        assertThat(score("fresh")).isZero();
    }

    @Test
    void anotherWeightAndAScoreThatCameLaterTakeEverybodyAlong() {
        // Given
        take(buys(NOON));
        readySegment("hot", atLeast("warm", 50));
        List<String> without = segments();

        // When
        ready("warm", weight(bought(""), 20));
        List<String> little = segments();
        ready("warm", weight(bought(""), 70));
        Eventually.within(SOON, () -> !segments().isEmpty());

        // Then
        assertThat(without).isEmpty();
        assertThat(little).isEmpty();
        assertThat(segments()).containsExactly(named("hot"));
    }

    @Test
    void weightedConditionsAreNobodysSegmentsAndNeverAnnounced() {
        // Given
        ready("warm", weight(bought(""), 20));
        readySegment("hot", atLeast("warm", 20));

        // When
        take(buys(NOON));

        // Then
        String anna = id(anna()).toString();
        assertThat(get("/api/segments?limit=500&builtIn=false").toString()).doesNotContain("score:");
        assertThat(profile(anna()).path("segments").toString()).doesNotContain("score:");
        admin().get("/api/segments/score:" + named("warm") + "%2F0/explain/" + anna)
                .then()
                .statusCode(404);
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            Eventually.within(
                    SOON,
                    () -> log.jsonOf(anna).stream()
                            .anyMatch(event -> event.path("segment").asText().equals(named("hot"))));
            assertThat(log.jsonOf(anna).toString()).doesNotContain("score:");
            assertThat(log.jsonOf(anna).stream()
                            .map(event -> event.path("sequence").asLong())
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aCircleAnAbsentSegmentAndAScoreInUseAreRefusedWithTheirPlace() {
        ready("a", weight(bought(""), 1));
        readySegment("s", atLeast("a", 1));
        assertRefused(
                put("a", weight(bought(""), 1), weight("{'not':{'segment':'" + named("s") + "'}}", 1)),
                "/weights/1/condition/not/segment");
        assertRefused(put("b", weight("{'any':[" + atLeast("b", 1) + "]}", 1)), "/weights/0/condition/any/0/trait");
        assertRefused(put("b", weight("{'segment':'nobody'}", 1)), "/weights/0/condition/segment");
        assertRefused(put("b"), "/weights");
        admin().delete("/api/scores/" + named("a")).then().statusCode(409);
        admin().delete("/api/segments/" + named("s")).then().statusCode(204);
        admin().delete("/api/scores/" + named("a")).then().statusCode(204);
        admin().get("/api/scores/" + named("a")).then().statusCode(404);
        ready("c", weight(bought(""), 1));
        readySegment("t", atLeast("c", 1));
        ready("d", weight("{'segment':'" + named("t") + "'}", 1));
        assertRefused(putSegment("t", "{'all':[" + atLeast("d", 1) + "]}"), "/condition/all/0/trait");
    }

    private static void assertRefused(ValidatableResponse response, String pointer) {
        JsonNode problem = json(response.statusCode(400).extract().asString());
        assertThat(problem.path("errors").get(0).path("pointer").asText()).isEqualTo(pointer);
    }
}

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Segments from the event to the membership, over the whole service. */
@QuarkusTest
class SegmentsTest extends IntakeTestBase {
    private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(3);

    /** A condition on an event that only this test's people send. */
    private String bought(String rest) {
        return "{'event':'" + named("Bought") + "'" + rest + "}";
    }

    private JsonNode put(String id, String condition) {
        String body = SentEvent.json("{'name':'Of a test','condition':" + condition + "}")
                .toString();
        return json(admin().body(body)
                .put("/api/segments/" + named(id))
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .extract()
                .asString());
    }

    private JsonNode ready(String id, String condition) {
        put(id, condition);
        Eventually.within(SOON, () -> segment(id).path("state").asText().equals("ready"));
        return segment(id);
    }

    private JsonNode segment(String id) {
        return get("/api/segments/" + named(id));
    }

    private List<String> segments(String identity) {
        return StreamSupport.stream(profile(identity).path("segments").spliterator(), false)
                .map(JsonNode::asText)
                .filter(segment -> segment.endsWith(own))
                .toList();
    }

    private String anna() {
        return "anonymousId:" + named("anna");
    }

    private SentEvent buys(Instant at) {
        return track(named("Bought"), "{'price':30,'category':'Lamps'}")
                .anonymous(named("anna"))
                .at(at);
    }

    @Test
    void aProfileEntersWithTheEventThatMakesItQualify() {
        // Given
        ready("twice", bought(",'count':{'gte':2}"));

        // When
        take(buys(NOON));
        List<String> before = segments(anna());
        take(buys(NOON.plusSeconds(1)));

        // Then
        assertThat(before).isEmpty();
        assertThat(segments(anna())).containsExactly(named("twice"));
        assertThat(segment("twice").path("size").asLong()).isEqualTo(1);
    }

    @Test
    void historyCountsForANewSegmentAndLiveEventsOnceBesides() {
        // Given
        take(buys(NOON), buys(NOON.plusSeconds(1)));

        // When
        JsonNode ready = ready("thrice", bought(",'count':{'gte':3}"));
        take(buys(NOON.plusSeconds(2)));

        // Then
        assertThat(ready.path("size").asLong()).isZero();
        assertThat(ready.path("progress").asDouble()).isEqualTo(1);
        assertThat(segments(anna())).containsExactly(named("thrice"));
    }

    @Test
    void aMemberLeavesWhenTheWindowHasMovedOnWithoutAnEvent() {
        // Given
        ready("just-now", bought(",'within':'PT" + TIME_TO_LEAVE.toSeconds() + "S'"));
        Instant now = Instant.now();

        // When
        take(buys(now).received(now));
        List<String> before = segments(anna());

        // Then
        assertThat(before).containsExactly(named("just-now"));
        Eventually.within(TIME_TO_LEAVE.plusSeconds(5), () -> segments(anna()).isEmpty());
    }

    @Test
    void enteringAndLeavingIsAnnouncedOnceEachInOrder() {
        // Given
        ready("gold", "{'all':[{'trait':'plan','op':'eq','value':'gold'}," + bought("") + "]}");

        // When
        take(buys(NOON));
        take(identify("{'plan':'gold'}").anonymous(named("anna")).at(NOON.plusSeconds(1)));
        take(identify("{'plan':'tin'}").anonymous(named("anna")).at(NOON.plusSeconds(2)));
        take(identify("{'plan':'gold'}").anonymous(named("anna")).at(NOON.plusSeconds(3)));

        // Then
        String anna = id(anna()).toString();
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            Eventually.within(SOON, () -> turns(log, anna, "gold").size() >= 3);
            assertThat(turns(log, anna, "gold"))
                    .containsExactly("segment-entered", "segment-exited", "segment-entered");
            assertThat(log.jsonOf(anna).stream()
                            .map(event -> event.path("sequence").asLong())
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private List<String> turns(TopicLog log, String profile, String segment) {
        return log.jsonOf(profile).stream()
                .filter(event -> event.path("segment").asText().equals(named(segment)))
                .map(event -> event.path("kind").asText())
                .toList();
    }

    @Test
    void aSegmentOfASegmentFollowsIt() {
        // Given
        ready("buyers", bought(""));
        ready(
                "others",
                "{'all':[{'not':{'segment':'" + named("buyers") + "'}},{'trait':'of','op':'eq','value':'" + own
                        + "'}]}");

        // When
        take(identify("{'of':'" + own + "'}").anonymous(named("anna")));
        List<String> before = segments(anna());
        take(buys(NOON));

        // Then
        assertThat(before).containsExactly(named("others"));
        assertThat(segments(anna())).containsExactly(named("buyers"));
    }

    @Test
    void whatTwoProfilesDidCountsTogetherOnceTheyAreOne() {
        // Given
        ready("twice", bought(",'count':{'gte':2}"));
        take(buys(NOON));
        take(track(named("Bought")).user(named("bob")).at(NOON.plusSeconds(1)));

        // When
        take(identify("{}").user(named("bob")).anonymous(named("anna")).proved().at(NOON.plusSeconds(2)));

        // Then
        assertThat(segments("userId:" + named("bob"))).containsExactly(named("twice"));
        assertThat(segment("twice").path("size").asLong()).isEqualTo(1);
    }

    @Test
    void aChangedConditionTakesItsMembersOutAndADeletedSegmentToo() {
        // Given
        take(buys(NOON));
        ready("any", bought(""));
        List<String> before = segments(anna());

        // When
        ready("any", bought(",'count':{'gte':5}"));
        List<String> changed = segments(anna());
        ready("any", bought(",'count':{'gte':1}"));
        List<String> back = segments(anna());
        admin().delete("/api/segments/" + named("any")).then().statusCode(204);

        // Then
        assertThat(before).containsExactly(named("any"));
        assertThat(changed).isEmpty();
        assertThat(back).containsExactly(named("any"));
        assertThat(segments(anna())).isEmpty();
        admin().get("/api/segments/" + named("any")).then().statusCode(404);
        String anna = id(anna()).toString();
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            Eventually.within(SOON, () -> turns(log, anna, "any").size() >= 4);
            assertThat(turns(log, anna, "any"))
                    .containsExactly("segment-entered", "segment-exited", "segment-entered", "segment-exited");
        }
    }

    @Test
    void previewCountsAndExplainSaysWhyWithoutASavedSegmentBeingTouched() {
        // Given
        take(buys(NOON), buys(NOON.plusSeconds(1)));
        ready(
                "lamps",
                "{'all':[" + bought(",'where':{'trait':'properties.category','op':'eq','value':'Lamps'}") + "]}");

        // When
        JsonNode preview = json(admin().body(SentEvent.json("{'condition':{'aggregate':{'event':'" + named("Bought")
                                + "','property':'price','fn':'sum'},'gte':60}}")
                        .toString())
                .post("/api/segments/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        JsonNode explained = get("/api/segments/" + named("lamps") + "/explain/" + id(anna()));
        JsonNode members = get("/api/segments/" + named("lamps") + "/members").path("items");

        // Then
        assertThat(preview.path("count").asLong()).isEqualTo(1);
        assertThat(preview.path("exact").asBoolean()).isTrue();
        assertThat(preview.path("sample").get(0).asText()).isEqualTo(id(anna()).toString());
        assertThat(explained.path("member").asBoolean()).isTrue();
        assertThat(explained.path("because").get(0).path("pointer").asText()).isEqualTo("/all/0");
        assertThat(explained.path("because").get(0).path("holds").asBoolean()).isTrue();
        assertThat(members.findValuesAsText("profileId"))
                .containsExactly(id(anna()).toString());
    }

    @Test
    void aCircleAnAbsentSegmentAndAWrongConditionAreRefusedWithTheirPlace() {
        ready("a", bought(""));
        ready("b", "{'segment':'" + named("a") + "'}");
        assertRefused("a", "{'not':{'segment':'" + named("b") + "'}}", "/condition/not/segment");
        assertRefused("c", "{'any':[{'segment':'nobody'}]}", "/condition/any/0/segment");
        assertRefused("c", "{'trait':'plan','op':'like','value':1}", "/condition/op");
        admin().delete("/api/segments/" + named("a")).then().statusCode(409);
    }

    private void assertRefused(String id, String condition, String pointer) {
        JsonNode problem = json(admin().body(SentEvent.json("{'name':'x','condition':" + condition + "}")
                        .toString())
                .put("/api/segments/" + named(id))
                .then()
                .statusCode(400)
                .extract()
                .asString());
        assertThat(problem.path("errors").get(0).path("pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void nothingIsKeptOfAnErasedPersonsMemberships() {
        // Given
        ready("buyers", bought(""));
        take(buys(NOON));
        String anna = id(anna()).toString();

        // When
        admin().body(SentEvent.json("{'type':'erase','identity':'" + anna() + "'}")
                        .toString())
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);

        // Then
        Eventually.within(SOON, () -> !exists(anna()));
        assertThat(segment("buyers").path("size").asLong()).isZero();
        assertThat(count("select count(*) from standing where profile_id = $1::text::uuid", anna))
                .isZero();
    }
}

package io.rapport.profile.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventsJson;
import io.rapport.events.Proof;
import io.rapport.events.RejectedEvent;
import io.rapport.events.SourceType;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RejectedResourceTest extends ServiceTest {
    private static final String PATH = "/api/rejected-events";

    private final UUID id = UUID.randomUUID();
    private final String reason = "missing-" + id;
    private final String anonymousId = "r-" + id;
    private final String key = "anonymousId:" + anonymousId;
    private final String nameless = "{\"type\":\"track\",\"anonymousId\":\"" + anonymousId + "\",\"messageId\":\"m-"
            + id + "\",\"context\":{\"consent\":{\"analytics\":true}}}";

    @Inject
    RejectedRetention retention;

    private RejectedEvent refused(UUID rejection, String source, String event, Instant at) {
        return new RejectedEvent(
                rejection,
                source,
                SourceType.WEB,
                Proof.NONE,
                null,
                "m-" + rejection,
                reason,
                "The field event is missing.",
                "/event",
                at,
                event);
    }

    private void refuse(RejectedEvent... events) {
        for (RejectedEvent event : events) {
            publish(new ProducerRecord<>(topic(Topic.REJECTED_EVENTS), event.sourceId(), EventsJson.write(event)));
        }
        UUID last = events[events.length - 1].id();
        Eventually.within(SOON, () -> admin().get(PATH + "/" + last).statusCode() == 200);
    }

    private Response list() {
        return admin().queryParam("reason", reason).get(PATH);
    }

    @Test
    void aRefusedEventIsListedWithItsReasonAndReadWithItsBody() {
        // When
        refuse(refused(id, "web", nameless, Instant.now()));

        // Then
        list().then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(id.toString()))
                .body("items[0].reason", equalTo(reason))
                .body("items[0].pointer", equalTo("/event"))
                .body("items[0].sourceId", equalTo("web"));
        assertThat(list().asString()).doesNotContain(anonymousId);
        as(TestCallers.operator(Role.SUPPORT))
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("event", equalTo(nameless));
    }

    @Test
    void anEventThatIsDeliveredTwiceIsKeptOnce() {
        RejectedEvent event = refused(id, "web", nameless, Instant.now());
        refuse(event, event, refused(UUID.randomUUID(), "web", nameless, Instant.now()));
        list().then().body("items.size()", equalTo(2));
    }

    @Test
    void theListIsFilteredAndPaged() {
        // Given
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        RejectedEvent[] events = IntStream.range(0, 5)
                .mapToObj(i -> refused(
                        new UUID(id.getMostSignificantBits(), i),
                        i == 0 ? "ios" : "web",
                        nameless,
                        noon.plusSeconds(i / 2)))
                .toArray(RejectedEvent[]::new);
        refuse(events);

        // When
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = admin().queryParam("reason", reason)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(PATH);
            all.addAll(page.path("items.receivedAt"));
            cursor = page.path("cursor");
        }

        // Then
        assertThat(all).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
        admin().queryParam("reason", reason)
                .queryParam("source", "ios")
                .get(PATH)
                .then()
                .body("items.size()", equalTo(1));
        admin().queryParam("reason", reason)
                .queryParam("from", "2026-03-01T12:00:01Z")
                .queryParam("to", "2026-03-01T12:00:02Z")
                .get(PATH)
                .then()
                .body("items.size()", equalTo(2));
    }

    @Test
    void anEventThatIsNotValidYetStays() {
        // Given
        refuse(refused(id, "web", nameless, Instant.now()));

        // When
        Response refusal = admin().post(PATH + "/" + id + "/replay");

        // Then
        refusal.then()
                .statusCode(422)
                .body("type", equalTo("urn:rapport:problem:event-still-invalid"))
                .body("errors[0].pointer", equalTo("/event/event"));
        list().then().body("items[0].replayedAt", equalTo(null));
    }

    @Test
    void aMendedEventIsSentAgainOnceAndTakenByThePipeline() {
        // Given
        refuse(refused(id, "web", nameless, Instant.now()));
        String mended = "{\"event\":" + nameless.replace("{\"type\"", "{\"event\":\"Product Viewed\",\"type\"") + "}";

        // When
        Response sent = admin().body(mended).post(PATH + "/" + id + "/replay");
        Response again = admin().body(mended).post(PATH + "/" + id + "/replay");

        // Then
        sent.then().statusCode(200).body("replayedAt", notNullValue());
        again.then().statusCode(409).body("type", equalTo("urn:rapport:problem:already-replayed"));
        try (TopicLog log = follow(Topic.RAW_EVENTS)) {
            JsonNode raw = log.await(key, 1).get(0);
            assertThat(raw.path("origin").asText()).isEqualTo("replay");
            assertThat(raw.path("proof").asText()).isEqualTo("NONE");
            assertThat(raw.path("messageId").asText()).isEqualTo("m-" + id);
            assertThat(raw.at("/event/event").asText()).isEqualTo("Product Viewed");
            assertThat(log.of(key)).hasSize(1);
        }
        // And: the refusal had claimed no messageId, so that the replay counts
        Eventually.within(SOON, () -> count("select count(*) from event where message_id = $1", "m-" + id) == 1);
    }

    @Test
    void manyAreSentAtOnceAndTheInvalidStay() {
        // Given
        String fine = "{\"type\":\"page\",\"anonymousId\":\"" + anonymousId + "\"}";
        refuse(
                refused(UUID.randomUUID(), "web", fine, Instant.now()),
                refused(UUID.randomUUID(), "web", fine, Instant.now()),
                refused(UUID.randomUUID(), "web", nameless, Instant.now()),
                refused(UUID.randomUUID(), "gone", fine, Instant.now()));

        // When
        Response first = admin().body(Map.of("reason", reason)).post(PATH + "/replay");
        Response second = admin().body(Map.of("reason", reason)).post(PATH + "/replay");

        // Then
        first.then().statusCode(200).body("replayed", equalTo(2)).body("stillInvalid", equalTo(2));
        second.then().body("replayed", equalTo(0)).body("stillInvalid", equalTo(2));
        try (TopicLog log = follow(Topic.RAW_EVENTS)) {
            assertThat(log.await(key, 2))
                    .extracting(raw -> raw.path("origin").asText())
                    .containsOnly("replay");
        }
    }

    @Test
    void aNulInARefusedEventIsNoReasonToLoseIt() {
        // When
        RejectedEvent event = new RejectedEvent(
                id,
                "web",
                SourceType.WEB,
                Proof.NONE,
                null,
                "a\0b",
                reason,
                "A NUL\0.",
                null,
                Instant.now(),
                "{\"a\":\"\0\\u0000\"");
        refuse(event);

        // Then
        list().then().body("items[0].detail", equalTo("A NUL\uFFFD."));
    }

    @Test
    void whatIsNoRefusedEventDoesNotStopTheOthers() {
        // When
        publish(new ProducerRecord<>(topic(Topic.REJECTED_EVENTS), "web", "nonsense".getBytes(StandardCharsets.UTF_8)));
        refuse(refused(id, "web", nameless, Instant.now()));

        // Then
        list().then().body("items.size()", equalTo(1));
    }

    @Test
    void afterThirtyDaysTheyAreForgotten() {
        // Given
        UUID old = UUID.randomUUID();
        refuse(refused(id, "web", nameless, Instant.now()), refused(old, "web", nameless, Instant.now()));
        query(
                "update rejected_event set recorded_at = $1 where id = $2",
                Instant.now().minusSeconds(30 * 86_400 + 60).atOffset(ZoneOffset.UTC),
                old);

        // When
        retention.sweep(pool).await().atMost(SOON);

        // Then
        list().then().body("items.id", everyItem(equalTo(id.toString())));
    }

    @Test
    void filtersAreChecked() {
        admin().queryParam("from", "yesterday").get(PATH).then().statusCode(400);
        admin().queryParam("reason", "a\0").get(PATH).then().statusCode(400);
        admin().queryParam("limit", 0).get(PATH).then().statusCode(400);
        admin().queryParam("cursor", "bm9uc2Vuc2U").get(PATH).then().statusCode(400);
        admin().body("{\"since\":1}").post(PATH + "/replay").then().statusCode(400);
        admin().get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        admin().post(PATH + "/" + UUID.randomUUID() + "/replay").then().statusCode(404);
    }

    @Test
    void supportMayLookAndOnlyAdminsAndKeysWithTheScopeReplay() {
        as(TestCallers.operator(Role.SUPPORT)).get(PATH).then().statusCode(200);
        as(TestCallers.operator(Role.SUPPORT))
                .post(PATH + "/" + id + "/replay")
                .then()
                .statusCode(403);
        as(TestCallers.operator(Role.MARKETER)).get(PATH).then().statusCode(403);
        as(TestCallers.server("rejected-events:read")).get(PATH).then().statusCode(200);
        as(TestCallers.server("rejected-events:write"))
                .post(PATH + "/" + id + "/replay")
                .then()
                .statusCode(404);
    }
}

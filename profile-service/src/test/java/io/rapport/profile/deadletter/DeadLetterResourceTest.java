package io.rapport.profile.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterResourceTest extends ServiceTest {
    private static final String PATH = "/api/dead-letters";

    private final String own = UUID.randomUUID().toString();
    private final String group = "group-" + own;
    private final String value = "{\"name\":\"Anna\",\"origin\":\"live\",\"own\":\"" + own + "\"}";

    @Inject
    DeadLetterService letters;

    /** To the topic {@code catalog}, which nobody in this service reads. */
    private ProducerRecord<String, byte[]> letter(String position, byte[] bytes) {
        return letter(topic(Topic.CATALOG), position, bytes);
    }

    private ProducerRecord<String, byte[]> letter(String toTopic, String position, byte[] bytes) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic(Topic.DEAD_LETTERS), "key-" + own, bytes);
        header(record, "rapport-topic", toTopic);
        header(record, "rapport-group", group);
        header(record, "rapport-position", position);
        header(record, "rapport-reason", "PgException: invalid value \"Anna\"");
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String text) {
        record.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> setAside(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(this::publish);
        Eventually.within(SOON, () -> list().<List<String>>path("items").size() == records.size());
        return list().path("items.id");
    }

    private String setAside(String text) {
        return setAside(List.of(letter("0/1", text.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }

    private Response list() {
        return admin().queryParam("group", group).get(PATH);
    }

    @Test
    void aDeadLetterIsListedWithoutWhatItHolds() {
        // When
        setAside(value);

        // Then
        list().then()
                .statusCode(200)
                .body("items[0].topic", equalTo(topic(Topic.CATALOG)))
                .body("items[0].group", equalTo(group))
                .body("items[0].reason", equalTo("PgException"))
                .body("items[0].position", equalTo("0/1"))
                .body("items[0].at", notNullValue());
        assertThat(list().asString()).doesNotContain("Anna").doesNotContain("key-");
    }

    @Test
    void onlyAnAdminSeesTheRecord() {
        // When
        String id = setAside(value);

        // Then
        admin().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("payload", equalTo(value))
                .body("encoding", equalTo("utf-8"))
                .body("key", equalTo("key-" + own))
                .body("detail", equalTo("invalid value \"Anna\""));
        Response support = as(TestCallers.operator(Role.SUPPORT)).get(PATH + "/" + id);
        support.then().statusCode(200).body("payload", nullValue()).body("key", nullValue());
        assertThat(support.asString()).doesNotContain("Anna");
    }

    @Test
    void aReplayedLetterGoesToItsTopicUnderItsKeyAndSaysThatItIsOne() {
        // Given
        String id = setAside(value);

        // When
        Response replayed = admin().post(PATH + "/" + id + "/replay");
        Response again = admin().post(PATH + "/" + id + "/replay");

        // Then
        replayed.then().statusCode(200).body("replayedAt", notNullValue());
        again.then().statusCode(409).body("type", equalTo("urn:rapport:problem:already-replayed"));
        try (TopicLog log = follow(Topic.CATALOG)) {
            Eventually.within(SOON, () -> !log.of("key-" + own).isEmpty());
            ConsumerRecord<String, byte[]> record = log.of("key-" + own).get(0);
            assertThat(new String(record.headers().lastHeader("origin").value(), StandardCharsets.UTF_8))
                    .isEqualTo("replay");
            assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .isEqualTo(value.replace("\"live\"", "\"replay\""));
        }
    }

    @Test
    void manyAreReplayedOldestFirstAndOnce() {
        // Given
        setAside(List.of(
                letter("0/1", "\"one\"".getBytes(StandardCharsets.UTF_8)),
                letter("0/2", "\"two\"".getBytes(StandardCharsets.UTF_8)),
                letter("0/3", "\"three\"".getBytes(StandardCharsets.UTF_8)),
                letter("nowhere", "0/4", "\"four\"".getBytes(StandardCharsets.UTF_8))));

        // When
        Response first = admin().body(Map.of("group", group)).post(PATH + "/replay");
        Response second = admin().body(Map.of("group", group)).post(PATH + "/replay");

        // Then
        first.then().statusCode(200).body("replayed", equalTo(3));
        second.then().body("replayed", equalTo(0));
        try (TopicLog log = follow(Topic.CATALOG)) {
            assertThat(log.await("key-" + own, 3))
                    .extracting(json -> json.asText())
                    .containsExactly("one", "two", "three");
        }
    }

    @Test
    void aLetterThatNamesNoTopicOfOursGoesNowhere() {
        // Given
        String id = setAside(List.of(letter("somebody-elses-topic", "0/1", new byte[0])))
                .get(0);

        // When
        Response refused = admin().post(PATH + "/" + id + "/replay");

        // Then
        refused.then().statusCode(422);
        admin().get(PATH + "/" + id).then().body("replayedAt", nullValue());
    }

    @Test
    void whateverBytesAreInItIsKeptAndSentAgainAsItWas() {
        // Given
        byte[] bytes = {0, (byte) 0xff, (byte) 0xfe, 1};
        ProducerRecord<String, byte[]> record = letter("a\0b", bytes);
        String id = setAside(List.of(record)).get(0);

        // When
        admin().post(PATH + "/" + id + "/replay").then().statusCode(200);

        // Then
        admin().get(PATH + "/" + id).then().body("encoding", equalTo("base64")).body("payload", equalTo("AP/+AQ=="));
        try (TopicLog log = follow(Topic.CATALOG)) {
            Eventually.within(SOON, () -> !log.of("key-" + own).isEmpty());
            assertThat(log.of("key-" + own).get(0).value()).isEqualTo(bytes);
        }
    }

    @Test
    void aTombstoneAndALetterWithoutHeadersAreKept() {
        // Given
        ProducerRecord<String, byte[]> bare = new ProducerRecord<>(topic(Topic.DEAD_LETTERS), null, null);
        header(bare, "rapport-group", group);

        // When
        String id = setAside(List.of(bare)).get(0);

        // Then
        admin().get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("topic", equalTo("unknown"))
                .body("key", nullValue())
                .body("payload", nullValue());
    }

    @Test
    void aLetterThatIsDeliveredTwiceIsOne() {
        // Given
        long timestamp = 1_700_000_000_000L;
        ProducerRecord<String, byte[]> first =
                new ProducerRecord<>(topic(Topic.DEAD_LETTERS), 0, timestamp, "k", new byte[0]);
        ProducerRecord<String, byte[]> second =
                new ProducerRecord<>(topic(Topic.DEAD_LETTERS), 0, timestamp, "k", new byte[0]);
        header(first, "rapport-group", group);
        header(second, "rapport-group", group);

        // When
        publish(first);
        publish(second);
        ProducerRecord<String, byte[]> after =
                new ProducerRecord<>(topic(Topic.DEAD_LETTERS), 0, timestamp, "k", new byte[0]);
        header(after, "rapport-group", group);
        header(after, "rapport-position", "0/2");
        publish(after);

        // Then
        Eventually.within(
                SOON, () -> list().<List<String>>path("items.position").contains("0/2"));
        assertThat(list().<List<String>>path("items")).hasSize(2);
    }

    @Test
    void afterThirtyDaysTheyAreForgotten() {
        // Given
        String id = setAside(value);
        query(
                "update dead_letter set at = $1 where id = $2",
                Instant.now().minusSeconds(30 * 86_400 + 60).atOffset(ZoneOffset.UTC),
                UUID.fromString(id));

        // When
        letters.sweep(pool).await().atMost(SOON);

        // Then
        admin().get(PATH + "/" + id).then().statusCode(404);
    }

    @Test
    void supportMayLookAndOnlyAdminsReplay() {
        as(TestCallers.operator(Role.SUPPORT)).get(PATH).then().statusCode(200);
        as(TestCallers.operator(Role.SUPPORT)).post(PATH + "/replay").then().statusCode(403);
        as(TestCallers.operator(Role.MARKETER)).get(PATH).then().statusCode(403);
        as(TestCallers.server("*")).get(PATH).then().statusCode(403);
        admin().get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        admin().queryParam("group", "a\0").get(PATH).then().statusCode(400);
    }
}

package io.rapport.profile.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.Proof;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import io.rapport.events.SourceType;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.config.SecretBox;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.testing.ServiceTest;
import io.rapport.profile.testing.TopicLog;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivacyResourceTest extends ServiceTest {
    private static final String EVERYTHING =
            "'context':{'consent':{'analytics':true,'personalization':true," + "'marketing':true,'advertising':true}},";

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String userId = "user-" + own;
    private final String anonymousId = "anon-" + own;
    private final String email = "anna-" + own + "@example.com";

    @Inject
    RedisDataSource redis;

    @Inject
    Erasure erasure;

    @Inject
    SecretBox box;

    private static Map<String, String> erase(String identity) {
        return Map.of("type", "erase", "identity", identity);
    }

    private void send(EventType type, String key, String body) {
        Instant now = Instant.now();
        JsonNode event = EventsJson.read(
                ("{" + EVERYTHING + body + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8), JsonNode.class);
        RawEvent raw = new RawEvent(
                "server",
                SourceType.SERVER,
                Proof.SERVER_KEY,
                null,
                Origin.LIVE,
                type,
                "m-" + UUID.randomUUID(),
                now,
                now,
                null,
                event);
        publish(new ProducerRecord<>(topic(Topic.RAW_EVENTS), key, EventsJson.write(raw)));
    }

    /** Anna browses, buys, logs in from another browser, has an event refused and another set aside. */
    private UUID anna() {
        send(
                EventType.TRACK,
                "anonymousId:" + anonymousId,
                "'event':'Product Viewed','anonymousId':'" + anonymousId + "'");
        String who = "'userId':'" + userId + "','anonymousId':'" + anonymousId + "'";
        send(
                EventType.IDENTIFY,
                "userId:" + userId,
                who + ",'traits':{'email':'" + email + "','name':'Anna-" + own + "'}");
        send(
                EventType.TRACK,
                "userId:" + userId,
                who + ",'event':'Order Completed','properties':{'order_id':'o-" + own
                        + "','revenue':12.5,'currency':'EUR','products':[{'product_id':'p','category':'Lamps'}]}");
        Eventually.within(SOON, () -> orders() == 1);
        setAside();
        String id = admin().queryParam("identity", "userId:" + userId)
                .get("/api/consents")
                .path("profileId");
        admin().body(Map.of("identity", "userId:" + userId, "purpose", "marketing", "granted", false))
                .put("/api/consents")
                .then()
                .statusCode(200);
        return UUID.fromString(id);
    }

    private long orders() {
        return count("select count(*) from order_evidence where order_id = $1", "o-" + own);
    }

    private void setAside() {
        publish(new ProducerRecord<>(
                topic(Topic.REJECTED_EVENTS),
                "server",
                EventsJson.write(new RejectedEvent(
                        UUID.randomUUID(),
                        "server",
                        SourceType.SERVER,
                        Proof.SERVER_KEY,
                        null,
                        null,
                        "missing-event",
                        "The field event is missing.",
                        "/event",
                        Instant.now(),
                        "{\"type\":\"track\",\"traits\":{\"email\" : \"" + email.toUpperCase(Locale.ROOT) + "\"}}"))));
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                topic(Topic.DEAD_LETTERS),
                "anonymousId:" + anonymousId,
                ("{\"anonymousId\":\"" + anonymousId + "\"}").getBytes(StandardCharsets.UTF_8));
        letter.headers().add("rapport-topic", topic(Topic.RAW_EVENTS).getBytes(StandardCharsets.UTF_8));
        letter.headers().add("rapport-position", own.getBytes(StandardCharsets.UTF_8));
        publish(letter);
        Eventually.within(
                SOON,
                () -> count("select count(*) from rejected_event where event ilike $1", "%" + email + "%") == 1
                        && count("select count(*) from dead_letter where position = $1", own) == 1);
    }

    @Test
    void everyStoreForgetsAnErasedPerson() {
        // Given
        UUID profile = anna();
        as(TestCallers.operator(Role.SUPPORT))
                .get("/api/profiles/" + profile)
                .then()
                .statusCode(200)
                .body("traits.name", equalTo("Anna-" + own));
        List<String> tables = tablesOfPersons();
        assertThat(tables).contains("consent", "consent_decision", "event", "identifier");
        assertThat(tables.stream().mapToLong(table -> rows(table, profile)).sum())
                .isGreaterThan(4);

        // When
        Response answer = admin().body(erase("email:" + email)).post("/api/privacy/requests");

        // Then
        answer.then()
                .statusCode(202)
                .body("type", equalTo("erase"))
                .body("parts.find { it.service == 'profile-service' }.state", equalTo("done"));
        for (String table : tables) {
            assertThat(rows(table, profile)).as(table).isZero();
        }
        for (String identifier : List.of(userId, anonymousId, email, "Anna-" + own)) {
            assertThat(tablesThatMention(identifier)).as(identifier).isEmpty();
        }
        assertThat(redis.key().keys("*" + profile + "*")).isEmpty();
        // Blanks hold the place for some seconds against readers that still know, and then go too.
        for (String key : redis.key().keys("*" + own + "*")) {
            assertThat(redis.value(String.class).get(key)).as(key).isNullOrEmpty();
        }
        Eventually.within(SOON, () -> redis.key().keys("*" + own + "*").isEmpty());
        admin().get("/api/profiles/" + profile).then().statusCode(404);
    }

    /** Every table that has a column for a profile's id, partitions left out for their parents. */
    private List<String> tablesOfPersons() {
        return query("select c.table_name from information_schema.columns c join pg_class p "
                        + "on p.relname = c.table_name where c.column_name = 'profile_id' and not p.relispartition "
                        + "and c.table_schema = 'public' order by 1")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private long rows(String table, UUID profile) {
        return count("select count(*) from " + table + " where profile_id = $1", profile);
    }

    /** Every table with the text anywhere in any row. The outbox is on its way to Kafka, and empty again in a moment. */
    private List<String> tablesThatMention(String text) {
        return query("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                        + "where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition "
                        + "and c.relname <> 'outbox'")
                .stream()
                .map(row -> row.getString(0))
                .filter(table ->
                        count("select count(*) from " + table + " t where t::text ilike $1", "%" + text + "%") > 0)
                .toList();
    }

    @Test
    void whatNamesThePersonGoesWhateverItIsKeyedBy() {
        // Given
        UUID profile = anna();
        String inJson = "{\"event\":\"{\\\"traits\\\":{\\\"email\\\":\\\"" + email + "\\\"}}\"}";
        keepLetter("by-email", "{\"context\":{\"traits\":{\"email\" : \"" + email + "\"}}}");
        keepLetter("by-text", inJson);
        keepLetter("by-profile", "{\"loser\":\"" + profile + "\"}");
        keepLetter("broken", "\0\u20ac{\"userId\":\"" + userId + "\"}");
        keepLetter("others", "{\"email\":\"x" + email + "\",\"note\":\"" + userId + "\"}");
        query("insert into outbox_refused (id, topic, key, reason) values ($1, 't', $2, 'r')", 1L, profile.toString());
        query(
                "insert into outbox_refused (id, topic, key, value, reason) values (2, 't', 'server', $1, 'r')",
                Buffer.buffer(inJson));
        query(
                "insert into idempotency_key (caller, key, hash, claimed_at, status, body) "
                        + "values ('c', $1, $2, $3, 200, $4)",
                own,
                Buffer.buffer("h"),
                Instant.now().atOffset(ZoneOffset.UTC),
                Buffer.buffer("{\"profileId\":\"" + profile + "\"}"));

        // When
        admin().body(erase("userId:" + userId))
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);

        // Then
        assertThat(query("select position from dead_letter where position like $1", "%" + own))
                .extracting(row -> row.getString(0))
                .containsExactly("others-" + own);
        assertThat(count("select count(*) from outbox_refused where id in (1, 2)"))
                .isZero();
        assertThat(count("select count(*) from idempotency_key where key = $1", own))
                .isZero();
    }

    private void keepLetter(String position, String value) {
        query(
                "insert into dead_letter (id, topic, consumer_group, fault, detail, position, record_key, record_value, "
                        + "at) values ($1, 't', 'g', 'f', 'd', $2, $3, $4, $5)",
                UUID.randomUUID(),
                position + "-" + own,
                Buffer.buffer("server"),
                Buffer.buffer(value),
                Instant.now().atOffset(ZoneOffset.UTC));
    }

    @Test
    void theErasureIsAnnouncedUnderTheProfilesOwnKeyAfterAllElse() {
        // Given
        UUID profile = anna();

        // When
        String request = admin().body(erase(profile.toString()))
                .post("/api/privacy/requests")
                .path("id");

        // Then
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            Eventually.within(
                    SOON,
                    () -> log.jsonOf(profile.toString()).stream()
                            .anyMatch(event -> event.path("kind").asText().equals("profile-erased")));
            List<JsonNode> events = log.jsonOf(profile.toString());
            JsonNode last = events.get(events.size() - 1);
            assertThat(last.path("kind").asText()).isEqualTo("profile-erased");
            assertThat(last.path("requestId").asText()).isEqualTo(request);
            assertThat(last.path("sequence").asLong())
                    .isGreaterThan(
                            events.get(events.size() - 2).path("sequence").asLong());
        }
    }

    @Test
    void theRequestSaysHowFarItIsAndNotWhoseItWas() {
        // Given
        UUID profile = anna();

        // When
        Response taken = admin().body(erase("userId:" + userId)).post("/api/privacy/requests");

        // Then
        String id = taken.path("id");
        Response read = as(TestCallers.operator(Role.SUPPORT)).get("/api/privacy/requests/" + id);
        read.then()
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("parts.service", hasItem("recommendation-service"));
        assertThat(read.asString()).doesNotContain(own).doesNotContain(profile.toString());
        assertThat(admin().get("/api/privacy/requests").<List<String>>path("items.id"))
                .contains(id);
        Row row = query("select pending from privacy_request where id = $1", UUID.fromString(id))
                .get(0);
        assertThat(row.getString("pending")).isNull();
    }

    @Test
    void whatACrashLeftInTheCachesIsForgottenLater() {
        // Given an erasure whose caches were not reached
        anna();
        String id = admin().body(erase("userId:" + userId))
                .post("/api/privacy/requests")
                .path("id");
        query("update privacy_request set pending = $1 where id = $2", sealedPerson(), UUID.fromString(id));
        query("update privacy_part set state = 'RUNNING' where request_id = $1", UUID.fromString(id));

        // When
        erasure.resume(Instant.now().plusSeconds(1)).await().atMost(SOON);

        // Then
        admin().get("/api/privacy/requests/" + id)
                .then()
                .body("parts.find { it.service == 'profile-service' }.state", equalTo("done"));
        assertThat(count("select count(*) from privacy_request where pending is not null"))
                .isZero();
    }

    private String sealedPerson() {
        return box.seal("{\"profileIds\":[\"" + UUID.randomUUID()
                + "\"],\"identifiers\":[{\"type\":\"userId\",\"value\":\"" + userId + "\"}]}");
    }

    @Test
    void whatIsNotThereYetSaysSo() {
        for (String type : List.of("export", "suppress", "unsuppress")) {
            admin().body(Map.of("type", type, "identity", "userId:" + userId))
                    .post("/api/privacy/requests")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:rapport:problem:not-yet-supported"));
        }
    }

    @Test
    void nobodyAndNonsenseAreRefused() {
        admin().body(erase("userId:" + userId))
                .post("/api/privacy/requests")
                .then()
                .statusCode(404);
        admin().body(erase("nonsense")).post("/api/privacy/requests").then().statusCode(400);
        admin().body(Map.of("type", "forget", "identity", "userId:1"))
                .post("/api/privacy/requests")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/type"));
        admin().post("/api/privacy/requests").then().statusCode(400);
        admin().get("/api/privacy/requests/" + UUID.randomUUID()).then().statusCode(404);
        admin().get("/api/privacy/requests/1").then().statusCode(404);
        as(TestCallers.operator(Role.SUPPORT))
                .body(erase("userId:" + userId))
                .post("/api/privacy/requests")
                .then()
                .statusCode(403);
    }
}

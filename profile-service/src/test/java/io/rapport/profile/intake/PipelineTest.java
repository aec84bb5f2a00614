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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** From the raw topic to the resolved one. */
@QuarkusTest
class PipelineTest extends IntakeTestBase {
    private void send(SentEvent event) {
        publish(event.produced(topic(Topic.RAW_EVENTS)));
    }

    private static List<JsonNode> ofKind(List<JsonNode> events, String kind) {
        return events.stream()
                .filter(event -> event.path("kind").asText().equals(kind))
                .toList();
    }

    @Test
    void aProfilesEventsComeOutInOrderAndAcrossAMerge() {
        // Given
        int each = 30;
        for (int i = 0; i < each; i++) {
            send(track("Anonymous " + i).anonymous(named("phone")).at(NOON.plusSeconds(i)));
        }
        send(identify("{'plan':'gold'}").user(named("anna")));
        Eventually.within(SOON, () -> exists("anonymousId:" + named("phone")) && exists("userId:" + named("anna")));
        UUID visitor = id("anonymousId:" + named("phone"));
        UUID anna = id("userId:" + named("anna"));

        // When
        send(track("Signed In").user(named("anna")).anonymous(named("phone")));
        Eventually.within(SOON, () -> id("anonymousId:" + named("phone")).equals(anna));
        for (int i = 0; i < each; i++) {
            send(track("Late " + i).anonymous(named("phone")).at(NOON.plusSeconds(100 + i)));
        }

        // Then
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            Eventually.within(
                    SOON,
                    () -> ofKind(log.jsonOf(anna.toString()), "event-resolved").size() == each + 2);
            List<JsonNode> hers = log.jsonOf(anna.toString());
            List<JsonNode> his = log.jsonOf(visitor.toString());
            assertSequences(hers);
            assertSequences(his);
            assertThat(names(his)).containsSubsequence("Anonymous 0", "Anonymous 1", "Anonymous 29");
            assertThat(names(hers)).containsSubsequence("identify", "Signed In", "Late 0", "Late 15", "Late 29");
            assertMerge(hers, his, anna, visitor);
        }
        assertThat(events(anna)).hasSize(2 * each + 2);
    }

    private static void assertSequences(List<JsonNode> events) {
        List<Long> sequences =
                events.stream().map(event -> event.path("sequence").asLong()).toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }

    private static List<String> names(List<JsonNode> events) {
        return events.stream().map(event -> event.path("name").asText()).toList();
    }

    private static void assertMerge(List<JsonNode> hers, List<JsonNode> his, UUID survivor, UUID loser) {
        JsonNode onHers = ofKind(hers, "profiles-merged").get(0);
        JsonNode onHis = ofKind(his, "profiles-merged").get(0);
        assertThat(onHers.path("eventId")).isNotEqualTo(onHis.path("eventId"));
        assertThat(onHers.path("survivorId").asText()).isEqualTo(survivor.toString());
        assertThat(onHis.path("loserId").asText()).isEqualTo(loser.toString());
        assertThat(onHis).isEqualTo(his.get(his.size() - 1));
        assertThat(onHers.path("sequence").asLong())
                .isGreaterThan(onHis.path("sequence").asLong());
    }

    @Test
    void rawIdentifiersStayHere() {
        send(identify("{'email':'" + named("anna") + "@example.com','phone':'+31201234567','plan':'gold'}")
                .user(named("anna"))
                .anonymous(named("phone"))
                .backEnd()
                .context("page", "{'path':'/','url':'https://shop.example/?email=" + named("anna") + "@example.com'}")
                .context("traits", "{'email':'" + named("anna") + "@example.com'}"));
        send(track("Shared", "{'gift':{'email':'friend@example.com','note':'hi'}}")
                .user(named("anna")));
        Eventually.within(SOON, () -> exists("userId:" + named("anna")));

        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            String anna = id("userId:" + named("anna")).toString();
            Eventually.within(
                    SOON, () -> ofKind(log.jsonOf(anna), "event-resolved").size() == 2);
            String all = log.jsonOf(anna).toString();
            assertThat(all)
                    .contains("\"plan\":\"gold\"")
                    .contains("\"note\":\"hi\"")
                    .contains("\"path\":\"/\"");
            assertThat(all)
                    .doesNotContain("@example.com")
                    .doesNotContain("+3120")
                    .doesNotContain(named("anna"));
        }
    }

    @Test
    void aPoisonRecordIsSetAsideAndTheRestGoesOn() {
        // Given
        String key = "anonymousId:" + named("phone");
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(track("A" + i).anonymous(named("phone")).produced(topic(Topic.RAW_EVENTS)));
        }
        records.add(
                7,
                new ProducerRecord<>(
                        topic(Topic.RAW_EVENTS), key, "{\"not\":\"an event".getBytes(StandardCharsets.UTF_8)));
        records.add(
                13, track("Nul", "{'x':'a\\u0000b'}").anonymous(named("phone")).produced(topic(Topic.RAW_EVENTS)));

        // When
        records.forEach(this::publish);

        // Then
        Eventually.within(SOON, () -> exists(key) && events(id(key)).size() == 20);
        try (TopicLog log = follow(Topic.DEAD_LETTERS)) {
            Eventually.within(SOON, () -> log.of(key).size() == 2);
        }
    }

    @Test
    void anEventThatNamesNobodyGoesToTheRejectedOnes() {
        String source = "s-" + own;
        send(track("Nobody").anonymous("undefined").source(source).id("m-" + own));

        try (TopicLog log = follow(Topic.REJECTED_EVENTS)) {
            JsonNode rejected = log.await(source, 1).get(0);
            assertThat(rejected.path("reason").asText()).isEqualTo("no-usable-identifier");
            assertThat(rejected.path("messageId").asText()).isEqualTo("m-" + own);
        }
    }

    @Test
    void manyPeopleWhoShareBrowsersAcrossLanesAllArrive() {
        // Given: events of the same people under different keys, so that transactions meet
        int people = 40;
        LongStream.range(0, 6).forEach(round -> {
            for (int person = 0; person < people; person++) {
                String name = named("p" + person);
                send(track("A").anonymous(name + "-phone").at(NOON.plusSeconds(round)));
                send(track("B").user(name).anonymous(name + "-phone").at(NOON.plusSeconds(round)));
            }
        });

        // Then
        Eventually.within(
                SOON.multipliedBy(2),
                () -> count("select count(*) from event where anonymous_id like $1", "p%" + own + "-phone")
                        == 12L * people);
        for (int person = 0; person < people; person++) {
            String name = named("p" + person);
            assertThat(events(id("userId:" + name))).hasSize(12);
        }
    }
}

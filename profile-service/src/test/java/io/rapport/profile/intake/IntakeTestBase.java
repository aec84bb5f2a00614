package io.rapport.profile.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A test that hands events to the intake as the consumer does, without waiting for Kafka. */
abstract class IntakeTestBase extends ServiceTest {
    @Inject
    Intake intake;

    /** So that no test meets another's people. */
    protected final String own = UUID.randomUUID().toString().substring(0, 8);

    protected String named(String name) {
        return name + "-" + own;
    }

    protected void take(SentEvent... events) {
        take(List.of(events));
    }

    protected void take(List<SentEvent> events) {
        intake.handle(events.stream().map(SentEvent::record).toList()).await().atMost(SOON);
    }

    /** Each in a transaction of its own. */
    protected void takeOneByOne(SentEvent... events) {
        Stream.of(events).forEach(this::take);
    }

    protected static JsonNode get(String path) {
        return json(admin().get(path).then().statusCode(200).extract().asString());
    }

    protected static JsonNode json(String text) {
        return EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** The profile that goes by an identity such as {@code userId:42}. */
    protected static JsonNode profile(String identity) {
        JsonNode found = get("/api/profiles?identity=" + identity).path("items");
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " profiles of " + identity);
        }
        return found.get(0);
    }

    protected static UUID id(String identity) {
        return UUID.fromString(profile(identity).path("id").asText());
    }

    protected static boolean exists(String identity) {
        return !get("/api/profiles?identity=" + identity).path("items").isEmpty();
    }

    protected static JsonNode events(UUID profile) {
        return get("/api/profiles/" + profile + "/events?limit=500").path("items");
    }

    protected static List<String> names(JsonNode events) {
        return Stream.iterate(0, i -> i < events.size(), i -> i + 1)
                .map(i -> events.get(i).path("name").asText())
                .toList();
    }
}

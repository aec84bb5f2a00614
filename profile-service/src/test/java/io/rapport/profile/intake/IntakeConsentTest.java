package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.profile.testing.TopicLog;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In these tests no record of consent means that nothing is allowed. */
@QuarkusTest
class IntakeConsentTest extends IntakeTestBase {
    private static final String NOTHING =
            "{'analytics':false,'personalization':false,'marketing':false,'advertising':false}";

    @Test
    void whoAllowsNothingLeavesNothing() {
        take(
                track("A").anonymous(named("phone")).noConsent(),
                identify("{'plan':'gold'}").anonymous(named("phone")).consent(NOTHING));

        assertThat(exists("anonymousId:" + named("phone"))).isFalse();
        assertThat(count("select count(*) from identity_link where left_value like $1", "%" + own))
                .isZero();
    }

    @Test
    void analyticsAloneStoresAndCounts() {
        take(track("A").anonymous(named("phone")).consent("{'analytics':true}"));

        assertThat(names(events(id("anonymousId:" + named("phone"))))).containsExactly("A");
    }

    @Test
    void withoutAnalyticsAnEventIsAnnouncedAndItsTraitsAreTakenButItIsNotStored() {
        // Given
        SentEvent signUp = identify("{'email':'" + named("anna") + "@example.com','plan':'gold'}")
                .user(named("anna"))
                .consent("{'marketing':true}");

        // When
        take(
                signUp,
                track("Order Completed", "{'order_id':'" + own + "','revenue':5}")
                        .user(named("anna"))
                        .consent("{'marketing':true}"));

        // Then
        JsonNode profile = profile("userId:" + named("anna"));
        UUID anna = UUID.fromString(profile.path("id").asText());
        assertThat(profile.at("/traits/plan").asText()).isEqualTo("gold");
        assertThat(profile.at("/computed/orderCount").asInt()).isZero();
        assertThat(events(anna)).isEmpty();
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            List<JsonNode> announced = log.await(anna.toString(), 3);
            assertThat(announced)
                    .extracting(event -> event.path("kind").asText())
                    .filteredOn(kind -> !kind.startsWith("segment-"))
                    .containsExactly("consent-changed", "event-resolved", "event-resolved");
            assertThat(announced.get(1).path("properties").toString()).isEqualTo("{\"plan\":\"gold\"}");
        }
    }

    @Test
    void aWithdrawalHoldsFromItsEventOn() {
        takeOneByOne(
                track("A").user(named("anna")).at(NOON),
                track("B")
                        .user(named("anna"))
                        .anonymous(named("phone"))
                        .at(NOON.plusSeconds(1))
                        .consent(NOTHING),
                track("C")
                        .user(named("anna"))
                        .anonymous(named("phone"))
                        .at(NOON.plusSeconds(2))
                        .noConsent());

        UUID anna = id("userId:" + named("anna"));
        assertThat(names(events(anna))).containsExactly("A");
        assertThat(exists("anonymousId:" + named("phone"))).isFalse();
        assertThat(get("/api/profiles/" + anna + "/identities").path("items")).hasSize(1);
    }

    @Test
    void aLateEventWithAnOldYesDoesNotOverruleALaterNo() {
        takeOneByOne(
                track("A").user(named("anna")).at(NOON),
                track("B").user(named("anna")).at(NOON.plusSeconds(60)).consent(NOTHING),
                track("Late").user(named("anna")).at(NOON.plusSeconds(30)));

        assertThat(names(events(id("userId:" + named("anna"))))).containsExactly("A");
    }

    @Test
    void aDuplicateIsADuplicateEvenIfItWasNotTaken() {
        String id = "m-" + own;
        take(track("A").anonymous(named("phone")).noConsent().id(id));

        take(track("A").anonymous(named("phone")).id(id));

        assertThat(exists("anonymousId:" + named("phone"))).isFalse();
    }
}

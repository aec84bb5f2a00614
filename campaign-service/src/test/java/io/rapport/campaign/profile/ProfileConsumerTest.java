package io.rapport.campaign.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.ConsentChanged;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfileEvent;
import io.rapport.events.Purpose;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.kafka.EventProducer;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.RapportResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RapportResource.class, initArgs = @ResourceArg(name = "database", value = "campaign"))
class ProfileConsumerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Inject
    EventProducer producer;

    @Inject
    PlatformConfig config;

    @Inject
    ConsentGate gate;

    @Inject
    Pool pool;

    @Test
    void consentReachesTheGateOnceThoughDeliveredTwice() {
        // Given
        UUID profile = UUID.randomUUID();
        ConsentChanged granted = consent(profile, 1, true);

        // When
        send(granted);
        send(consent(profile, 2, false));
        send(granted);
        UUID marker = UUID.randomUUID();
        send(consent(marker, 1, true));

        // Then
        Eventually.within(SOON, () -> allowed(marker).contains(Purpose.MARKETING));
        assertThat(allowed(profile)).doesNotContain(Purpose.MARKETING);
    }

    @Test
    void erasureRemovesWhatIsKeptAndALateEventBringsNothingBack() {
        // Given
        UUID profile = UUID.randomUUID();
        send(consent(profile, 1, true));
        Eventually.within(SOON, () -> rows(profile) == 1);

        // When
        send(new ProfileErased(UUID.randomUUID(), profile, 2, NOON, Origin.LIVE, UUID.randomUUID()));
        send(consent(profile, 3, true));
        UUID marker = UUID.randomUUID();
        send(consent(marker, 1, true));

        // Then
        Eventually.within(SOON, () -> rows(marker) == 1 && rows(profile) == 0);
        assertThat(allowed(profile)).doesNotContain(Purpose.MARKETING);
    }

    @Test
    void itIsReadyAndDescribesItself() {
        given().when().get("/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().when().get("/openapi").then().statusCode(200).body(containsString("Rapport: campaign-service"));
        given().when().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    private static ConsentChanged consent(UUID profile, long sequence, boolean granted) {
        return new ConsentChanged(
                UUID.randomUUID(),
                profile,
                sequence,
                NOON.plusSeconds(sequence),
                Origin.LIVE,
                Purpose.MARKETING,
                granted,
                "api");
    }

    /** All of one key, so that the order of sending is the order of handling. */
    private void send(ProfileEvent event) {
        String topic = Topic.PROFILE_EVENTS.name(config.topics().prefix());
        producer.send(new ProducerRecord<>(topic, "one", EventsJson.write(event)))
                .await()
                .atMost(SOON);
    }

    private Set<Purpose> allowed(UUID profile) {
        return gate.allowed(pool, List.of(profile)).await().atMost(SOON).get(profile);
    }

    private int rows(UUID profile) {
        return pool.preparedQuery("select count(*)::int from consent where profile_id = $1")
                .execute(Tuple.of(profile))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getInteger(0);
    }
}

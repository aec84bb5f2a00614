package io.rapport.dev.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.servers.PostgresAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Secrets SECRETS = new Secrets("private", "public", "at-rest");
    private static final Access ACCESS = new Access("http://localhost:8080", "admin", "pw", "wk_1", "sk_1");

    @Test
    void onlyTheGatewayCanSignAndOnlyProfileServiceLearnsTheFirstPassword() {
        // Given
        Environment environment = environment(External.NONE);

        // When
        Map<String, String> gateway = environment.of(Part.GATEWAY);
        Map<String, String> profile = environment.of(Part.PROFILE);
        Map<String, String> survey = environment.of(Part.SURVEY);

        // Then
        assertThat(gateway)
                .containsEntry("RAPPORT_INTERNAL_PRIVATE_KEY", "private")
                .doesNotContainValue("pw");
        assertThat(profile).containsEntry("RAPPORT_BOOTSTRAP_PASSWORD", "pw").doesNotContainValue("private");
        assertThat(survey.values())
                .doesNotContain("private", "pw", "sk_1", "at-rest")
                .contains("public");
    }

    @Test
    void eachServiceHasItsOwnDatabaseAndTheGatewayNone() {
        Environment environment = environment(External.NONE);

        assertThat(environment.of(Part.CAMPAIGN)).containsEntry("RAPPORT_DATABASE_NAME", "rapport_campaign");
        assertThat(environment.of(Part.GATEWAY)).doesNotContainKey("RAPPORT_DATABASE_NAME");
        assertThat(environment.of(Part.GATEWAY))
                .containsEntry("RAPPORT_SERVICES_CAMPAIGN_URL", "http://localhost:8083");
    }

    @Test
    void externalServersTakeThePlaceOfTheEmbeddedOnes() {
        // Given
        External external = new External(
                Optional.of(PostgresAddress.parse("postgresql://shop:secret@db.example/admin")),
                Optional.of("redis://cache.example:6379"),
                Optional.of("kafka.example:9092"));

        // When
        Map<String, String> profile = environment(external).of(Part.PROFILE);

        // Then
        assertThat(profile)
                .containsEntry("RAPPORT_DATABASE_HOST", "db.example")
                .containsEntry("RAPPORT_DATABASE_PORT", "5432")
                .containsEntry("RAPPORT_DATABASE_USERNAME", "shop")
                .containsEntry("RAPPORT_DATABASE_PASSWORD", "secret")
                .containsEntry("QUARKUS_REDIS_HOSTS", "redis://cache.example:6379")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9092");
    }

    @Test
    void theLaunchersOwnKeysAreTakenAwayFromServices() {
        assertThat(environment(External.NONE).of(Part.PROFILE))
                .containsEntry("RAPPORT_PROFILE_PORT", "")
                .containsEntry("RAPPORT_HOME", "");
    }

    private static Environment environment(External external) {
        return new Environment(Settings.of(Map.of(), external, false), SECRETS, ACCESS);
    }
}

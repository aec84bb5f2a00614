package io.rapport.profile.identity;

import static io.rapport.profile.identity.IdentifierType.ANONYMOUS_ID;
import static io.rapport.profile.identity.IdentifierType.EMAIL;
import static io.rapport.profile.identity.IdentifierType.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfiguredRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static IdentityRules read(Map<String, String> said) {
        return ConfiguredRules.read(new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withSources(new PropertiesConfigSource(said, "test", 100))
                .build()
                .getConfigMapping(IdentityConfig.class));
    }

    private static UUID see(IdentityGraph graph, Instant at, Identifier... identifiers) {
        Resolution resolution = graph.resolve(new Sighting(List.of(identifiers), null, Trust.USER, at));
        graph.apply(resolution, at);
        return resolution.profile();
    }

    @Test
    void saysNothingAndHasTheDefaults() {
        assertThat(read(Map.of()).types()).isEqualTo(IdentityRules.defaults().types());
    }

    @Test
    void setsPriorityLimitAndWindowByType() {
        IdentityRules rules = read(Map.of(
                "rapport.identity.types.anonymous-id.limit", "2",
                "rapport.identity.types.anonymous-id.window", "PT1H",
                "rapport.identity.types.device-id.window", "PT0S",
                "rapport.identity.types.email.priority", "9"));

        assertThat(rules.of(ANONYMOUS_ID)).isEqualTo(new TypeRule(5, 2, Duration.ofHours(1)));
        assertThat(rules.of(IdentifierType.DEVICE_ID).window()).isNull();
        assertThat(rules.of(EMAIL)).isEqualTo(new TypeRule(9, 5, null));
        assertThat(rules.of(USER_ID).limit()).isEqualTo(1);
    }

    @Test
    void refusesALimitThatLeavesNobodyAnything() {
        assertThatThrownBy(() -> read(Map.of("rapport.identity.types.user-id.limit", "0")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void blocksWhatTheShopSaysStandsForNobody() {
        BlockedValues blocked = read(Map.of(
                        "rapport.identity.blocked-values", "guest,info@shop.example",
                        "rapport.identity.blocked-patterns", "test-[0-9]+"))
                .blocked();

        assertThat(blocked.contains(new Identifier(USER_ID, "Guest"))).isTrue();
        assertThat(blocked.contains(new Identifier(EMAIL, "info@shop.example"))).isTrue();
        assertThat(blocked.contains(new Identifier(USER_ID, "TEST-17"))).isTrue();
        assertThat(blocked.contains(new Identifier(USER_ID, "my-test-17"))).isFalse();
    }

    /** The address is weaker than the browser here, so it is the address that is left out of the event. */
    @Test
    void dropsTheWeakestByPriorityWhereALimitIsMet() {
        // Given
        IdentityGraph graph = new IdentityGraph(
                read(Map.of("rapport.identity.types.email.priority", "9", "rapport.identity.types.email.limit", "1")),
                UUID::randomUUID);
        Identifier phone = new Identifier(ANONYMOUS_ID, "phone");
        Identifier laptop = new Identifier(ANONYMOUS_ID, "laptop");
        UUID one = see(graph, NOON, phone, new Identifier(EMAIL, "a@example.com"));
        UUID other = see(graph, NOON, laptop, new Identifier(EMAIL, "b@example.com"));

        // When
        UUID seen = see(graph, NOON, phone, new Identifier(EMAIL, "b@example.com"));

        // Then
        assertThat(seen).isEqualTo(one);
        assertThat(graph.owner(laptop)).isEqualTo(other);
        assertThat(graph.owner(new Identifier(EMAIL, "b@example.com"))).isEqualTo(other);
    }
}

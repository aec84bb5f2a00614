package io.rapport.profile.trait;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.rapport.events.EventsJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T12:00:00Z");

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }

    private static Traits with(String name, String value, Instant at) {
        Traits traits = Traits.none();
        traits.set(name, text(value), at, new Message("web", "m-" + value), TraitSources.UNRANKED);
        return traits;
    }

    @Test
    void theLatestEventTimeWinsWhateverCameLast() {
        Traits traits = with("plan", "gold", TUESDAY);

        traits.set("plan", text("silver"), MONDAY, new Message("web", "m-late"), TraitSources.UNRANKED);

        assertThat(traits.get("plan")).isEqualTo(text("gold"));
        assertThat(traits.stampsJson()).contains("\"event\":\"m-gold\"").contains("2026-03-03");
    }

    @Test
    void theMessageIdDecidesBetweenTwoOfTheSameMoment() {
        Traits oneWay = with("plan", "a", MONDAY);
        oneWay.set("plan", text("b"), MONDAY, new Message("web", "m-b"), TraitSources.UNRANKED);
        Traits otherWay = with("plan", "b", MONDAY);
        otherWay.set("plan", text("a"), MONDAY, new Message("web", "m-a"), TraitSources.UNRANKED);

        assertThat(oneWay.valuesJson()).isEqualTo(otherWay.valuesJson());
    }

    @Test
    void aRemovedTraitIsNotBroughtBackByAnOlderValue() {
        Traits traits = Traits.none();
        traits.set("plan", NullNode.getInstance(), TUESDAY, new Message("web", "m-removed"), TraitSources.UNRANKED);

        traits.set("plan", text("silver"), MONDAY, new Message("web", "m-late"), TraitSources.UNRANKED);

        assertThat(traits.get("plan")).isNull();
        assertThat(traits.valuesJson()).isEqualTo("{}");
    }

    @Test
    void refusesWhatIsTooLargeAndOneTooMany() {
        Traits traits = Traits.none();
        for (int i = 0; i < Traits.MOST; i++) {
            assertThat(traits.set("t" + i, text("x"), MONDAY, new Message("web", "m"), TraitSources.UNRANKED))
                    .isEmpty();
        }

        assertThat(traits.set("one-more", text("x"), MONDAY, new Message("web", "m"), TraitSources.UNRANKED))
                .contains(TraitRefusal.TOO_MANY);
        assertThat(traits.set(
                        "t0",
                        text("y".repeat(Traits.LARGEST_VALUE)),
                        TUESDAY,
                        new Message("web", "m"),
                        TraitSources.UNRANKED))
                .contains(TraitRefusal.VALUE_TOO_LARGE);
        assertThat(traits.set(
                        "n".repeat(Traits.LONGEST_NAME + 1),
                        text("x"),
                        MONDAY,
                        new Message("web", "m"),
                        TraitSources.UNRANKED))
                .contains(TraitRefusal.NAME_TOO_LONG);
        assertThat(traits.set("t0", text("y"), TUESDAY, new Message("web", "m"), TraitSources.UNRANKED))
                .isEmpty();
    }

    @Test
    void aMergeTakesTheLaterOfEachTraitButKeepsWhatItIsTold() {
        Traits survivor = with("plan", "gold", TUESDAY);
        survivor.set("email", text("anna@example.com"), MONDAY, new Message("server", "m-1"), TraitSources.UNRANKED);
        Traits loser = with("plan", "silver", MONDAY);
        loser.set("email", text("thief@example.com"), TUESDAY, new Message("web", "m-2"), TraitSources.UNRANKED);
        loser.set("city", text("Utrecht"), MONDAY, new Message("web", "m-3"), TraitSources.UNRANKED);

        survivor.absorb(loser, Set.of("email"));

        assertThat(survivor.get("plan")).isEqualTo(text("gold"));
        assertThat(survivor.get("email")).isEqualTo(text("anna@example.com"));
        assertThat(survivor.get("city")).isEqualTo(text("Utrecht"));
    }

    @Test
    void comesBackFromStorageAsItWas() {
        Traits traits = with("plan", "gold", TUESDAY);

        Traits stored = Traits.stored(traits.valuesJson(), traits.stampsJson());
        stored.set("plan", text("silver"), MONDAY, new Message("web", "m-late"), TraitSources.UNRANKED);

        assertThat(stored.changed()).isFalse();
        assertThat(stored.get("plan")).isEqualTo(text("gold"));
    }

    @Test
    void aRankedSourcesWordIsNotReplacedByAWeakerOnesHoweverLate() {
        // Given
        TraitSources sources = new TraitSources(List.of("crm", "shop"), Set.of("crm"));
        Traits oneWay = Traits.none();
        Traits otherWay = Traits.none();

        // When
        oneWay.set("plan", text("gold"), MONDAY, new Message("crm", "m-1"), sources.rank("crm"));
        oneWay.set("plan", text("tin"), TUESDAY, new Message("web", "m-2"), sources.rank("web"));
        otherWay.set("plan", text("tin"), TUESDAY, new Message("web", "m-2"), sources.rank("web"));
        otherWay.set("plan", text("gold"), MONDAY, new Message("crm", "m-1"), sources.rank("crm"));
        otherWay.set("plan", text("silver"), TUESDAY, new Message("shop", "m-3"), sources.rank("shop"));

        // Then
        assertThat(oneWay.get("plan")).isEqualTo(text("gold"));
        assertThat(otherWay.valuesJson()).isEqualTo(oneWay.valuesJson());
        assertThat(otherWay.stampsJson()).isEqualTo(oneWay.stampsJson());
        JsonNode shown = sources.withParties(EventsJson.read(
                with("city", "Oss", MONDAY).stampsJson().getBytes(StandardCharsets.UTF_8), JsonNode.class));
        assertThat(shown.at("/city/party").asText()).isEqualTo("zero-party");
    }
}

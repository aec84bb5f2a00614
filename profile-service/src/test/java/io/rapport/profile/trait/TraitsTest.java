package io.rapport.profile.trait;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
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
        traits.set(name, text(value), at, "web", "m-" + value);
        return traits;
    }

    @Test
    void theLatestEventTimeWinsWhateverCameLast() {
        Traits traits = with("plan", "gold", TUESDAY);

        traits.set("plan", text("silver"), MONDAY, "web", "m-late");

        assertThat(traits.get("plan")).isEqualTo(text("gold"));
        assertThat(traits.stampsJson()).contains("\"event\":\"m-gold\"").contains("2026-03-03");
    }

    @Test
    void theMessageIdDecidesBetweenTwoOfTheSameMoment() {
        Traits oneWay = with("plan", "a", MONDAY);
        oneWay.set("plan", text("b"), MONDAY, "web", "m-b");
        Traits otherWay = with("plan", "b", MONDAY);
        otherWay.set("plan", text("a"), MONDAY, "web", "m-a");

        assertThat(oneWay.valuesJson()).isEqualTo(otherWay.valuesJson());
    }

    @Test
    void aRemovedTraitIsNotBroughtBackByAnOlderValue() {
        Traits traits = Traits.none();
        traits.set("plan", NullNode.getInstance(), TUESDAY, "web", "m-removed");

        traits.set("plan", text("silver"), MONDAY, "web", "m-late");

        assertThat(traits.get("plan")).isNull();
        assertThat(traits.valuesJson()).isEqualTo("{}");
    }

    @Test
    void refusesWhatIsTooLargeAndOneTooMany() {
        Traits traits = Traits.none();
        for (int i = 0; i < Traits.MOST; i++) {
            assertThat(traits.set("t" + i, text("x"), MONDAY, "web", "m")).isEmpty();
        }

        assertThat(traits.set("one-more", text("x"), MONDAY, "web", "m")).contains(TraitRefusal.TOO_MANY);
        assertThat(traits.set("t0", text("y".repeat(Traits.LARGEST_VALUE)), TUESDAY, "web", "m"))
                .contains(TraitRefusal.VALUE_TOO_LARGE);
        assertThat(traits.set("n".repeat(Traits.LONGEST_NAME + 1), text("x"), MONDAY, "web", "m"))
                .contains(TraitRefusal.NAME_TOO_LONG);
        assertThat(traits.set("t0", text("y"), TUESDAY, "web", "m")).isEmpty();
    }

    @Test
    void aMergeTakesTheLaterOfEachTraitButKeepsWhatItIsTold() {
        Traits survivor = with("plan", "gold", TUESDAY);
        survivor.set("email", text("anna@example.com"), MONDAY, "server", "m-1");
        Traits loser = with("plan", "silver", MONDAY);
        loser.set("email", text("thief@example.com"), TUESDAY, "web", "m-2");
        loser.set("city", text("Utrecht"), MONDAY, "web", "m-3");

        survivor.absorb(loser, Set.of("email"));

        assertThat(survivor.get("plan")).isEqualTo(text("gold"));
        assertThat(survivor.get("email")).isEqualTo(text("anna@example.com"));
        assertThat(survivor.get("city")).isEqualTo(text("Utrecht"));
    }

    @Test
    void comesBackFromStorageAsItWas() {
        Traits traits = with("plan", "gold", TUESDAY);

        Traits stored = Traits.stored(traits.valuesJson(), traits.stampsJson());
        stored.set("plan", text("silver"), MONDAY, "web", "m-late");

        assertThat(stored.changed()).isFalse();
        assertThat(stored.get("plan")).isEqualTo(text("gold"));
    }
}

package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.alias;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Whose an address is turns out later than who said it. */
@QuarkusTest
class ContestedContactsTest extends IntakeTestBase {
    private final String address = named("shared") + "@shop.example";

    /** On anna's browser and ben's device, so that the address is ben's and the call is anna's. */
    private SentEvent says() {
        return identify("{'email':'" + address + "'}")
                .anonymous(named("browser"))
                .context("device", "{'id':'" + named("device") + "'}")
                .proved()
                .at(NOON.plusSeconds(20));
    }

    private String shown(String user) {
        return profile("userId:" + named(user)).at("/traits/email").asText();
    }

    private void annaSaysBensAddress() {
        takeOneByOne(
                track("Visit").user(named("anna")).anonymous(named("browser")).at(NOON),
                track("Visit")
                        .user(named("ben"))
                        .context("device", "{'id':'" + named("device") + "'}")
                        .at(NOON.plusSeconds(10)),
                says());
        assertThat(id("email:" + address)).isEqualTo(id("userId:" + named("ben")));
        assertThat(shown("anna")).isEmpty();
    }

    @Test
    void whatOneSaidOfTheOthersAddressHoldsOnceTheyAreOne() {
        // Given
        annaSaysBensAddress();

        // When
        take(alias(named("ben")).user(named("anna")).backEnd().at(NOON.plusSeconds(30)));

        // Then
        assertThat(id("email:" + address)).isEqualTo(id("userId:" + named("anna")));
        assertThat(shown("anna")).isEqualTo(address);
    }

    @Test
    void soItDoesWhenAnOperatorSaysThatTheyAreOne() {
        // Given
        annaSaysBensAddress();

        // When
        admin().body("{\"with\":\"" + id("userId:" + named("ben")) + "\"}")
                .post("/api/profiles/" + id("userId:" + named("anna")) + "/merge")
                .then()
                .statusCode(200);

        // Then
        assertThat(shown("anna")).isEqualTo(address);
    }
}

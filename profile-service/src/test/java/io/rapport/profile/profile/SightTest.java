package io.rapport.profile.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.event.EventView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightTest {
    private static JsonNode json(String text) {
        return EventsJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private static String masked(String traits) {
        return Sight.MASKED.traits(json(traits)).toString().replace('"', '\'');
    }

    private static EventView event(String type, String properties, String context) {
        return new EventView(
                new UUID(0, 1),
                type,
                type,
                Instant.EPOCH,
                Instant.EPOCH,
                "web",
                "m",
                1,
                "live",
                json(properties),
                json(context));
    }

    @Test
    void aUserIdThatIsAContactIsMaskedAsOne() {
        assertThat(Sight.MASKED.identity("userId", "anna@example.com")).isEqualTo("a***@example.com");
        assertThat(Sight.MASKED.identity("userId", "+31612345678")).isEqualTo("+***");
        assertThat(Sight.MASKED.identity("userId", "06-1234 5678")).isEqualTo("0***");
        assertThat(Sight.MASKED.identity("phone", "112")).isEqualTo("1***");
        assertThat(Sight.MASKED.identity("userId", "4711")).isEqualTo("4711");
        assertThat(Sight.MASKED.identity("anonymousId", "0b9ad90e-6a0c-4d67-a1ad-a4fbb2f9b1ac"))
                .isEqualTo("0b9ad90e-6a0c-4d67-a1ad-a4fbb2f9b1ac");
        assertThat(Sight.FULL.identity("userId", "anna@example.com")).isEqualTo("anna@example.com");
    }

    @Test
    void whereSomebodyLivesAndWhenTheyWereBornIsMasked() {
        assertThat(masked("{'address':'Keizersgracht 1','dateOfBirth':'1990-01-01','ssn':123,'plan':'gold'}"))
                .isEqualTo("{'address':'K***','dateOfBirth':'1***','ssn':'1***','plan':'gold'}");
        assertThat(masked("{'address':{'street':'Keizersgracht 1','zip':1234,'city':'Delft','country':'NL'}}"))
                .isEqualTo("{'address':{'street':'K***','zip':'1***','city':'D***','country':'NL'}}");
    }

    @Test
    void anAddressIsMaskedWhateverTheFieldIsCalled() {
        assertThat(masked("{'email':['anna@example.com'],'other':'anna@example.com','emails':['a@b.nl']}"))
                .isEqualTo("{'email':['a***@example.com'],'other':'a***@example.com','emails':['a***@b.nl']}");
    }

    @Test
    void theTraitsInEventsAreMaskedAsThoseOfTheProfile() {
        EventView identify = Sight.MASKED.event(event("identify", "{'name':'Anna'}", "{'traits':{'name':'Anna'}}"));
        EventView track = Sight.MASKED.event(event("track", "{'name':'Lamp'}", "{'page':{'title':'Lamps'}}"));

        assertThat(identify.properties()).isEqualTo(json("{'name':'A***'}"));
        assertThat(identify.context()).isEqualTo(json("{'traits':{'name':'A***'}}"));
        assertThat(track.properties()).isEqualTo(json("{'name':'Lamp'}"));
        assertThat(track.context()).isEqualTo(json("{'page':{'title':'Lamps'}}"));
    }
}

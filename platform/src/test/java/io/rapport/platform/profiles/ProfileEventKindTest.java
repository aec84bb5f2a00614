package io.rapport.platform.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.ProfileErased;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileEventKindTest {
    private static final String REST = "\"eventId\":\"018f0000-0000-7000-8000-000000000001\"";

    private static boolean isOfFeatures(String json) {
        return ProfileEventKind.isOfFeatures(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstFieldIsEnoughEvenWhereTheRestIsNoJson() {
        assertThat(isOfFeatures("{\"kind\":\"event-resolved\",\"eventId\": and nobody reads on"))
                .isTrue();
    }

    @Test
    void aFieldThatStandsElsewhereIsFound() {
        assertThat(isOfFeatures("{" + REST + ",\"kind\":\"event-resolved\"}")).isTrue();
        assertThat(isOfFeatures("{" + REST + ",\"kind\":\"profile-erased\"}")).isFalse();
        assertThat(isOfFeatures("{" + REST + ",\"kind\":\"segment-entered\",\"segment\":\"vip\"}"))
                .isTrue();
    }

    @Test
    void whatOurselvesWriteIsTold() {
        ProfileErased erased = new ProfileErased(
                UUID.randomUUID(), UUID.randomUUID(), 1, Instant.EPOCH, Origin.LIVE, UUID.randomUUID());

        assertThat(ProfileEventKind.isOfFeatures(EventsJson.write(erased))).isFalse();
    }

    @Test
    void whatIsNoEventIsAFaultOfTheRecord() {
        assertThatThrownBy(() -> isOfFeatures("no json")).isInstanceOf(UncheckedIOException.class);
    }
}

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

    private static boolean isResolved(String json) {
        return ProfileEventKind.isResolved(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFirstFieldIsEnoughEvenWhereTheRestIsNoJson() {
        assertThat(isResolved("{\"kind\":\"event-resolved\",\"eventId\": and nobody reads on"))
                .isTrue();
    }

    @Test
    void aFieldThatStandsElsewhereIsFound() {
        assertThat(isResolved("{" + REST + ",\"kind\":\"event-resolved\"}")).isTrue();
        assertThat(isResolved("{" + REST + ",\"kind\":\"profile-erased\"}")).isFalse();
    }

    @Test
    void whatOurselvesWriteIsTold() {
        ProfileErased erased = new ProfileErased(
                UUID.randomUUID(), UUID.randomUUID(), 1, Instant.EPOCH, Origin.LIVE, UUID.randomUUID());

        assertThat(ProfileEventKind.isResolved(EventsJson.write(erased))).isFalse();
    }

    @Test
    void whatIsNoEventIsAFaultOfTheRecord() {
        assertThatThrownBy(() -> isResolved("no json")).isInstanceOf(UncheckedIOException.class);
    }
}

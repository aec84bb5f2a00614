package io.rapport.recommendation.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.EventResolved;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfileEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void interactionsAndWhatHappensToProfilesAreWorthParsingAndPageViewsAreNot() {
        for (String name : List.of(
                "Product Viewed",
                "Product Clicked",
                "Product Added",
                "Product Removed",
                "Order Completed",
                "Order Cancelled",
                "Order Refunded")) {
            assertThat(Relevance.mayConcern(written(resolved(name)))).as(name).isTrue();
        }
        assertThat(Relevance.mayConcern(written(resolved("Home")))).isFalse();
        assertThat(Relevance.mayConcern(written(erased()))).isTrue();
    }

    @Test
    void visitorsEventsAreToldFromWhatHappensToProfilesHoweverTheyAreWritten() {
        assertThat(Relevance.isResolved(written(resolved("Home")))).isTrue();
        assertThat(Relevance.isResolved(written(erased()))).isFalse();
        byte[] spaced = new String(written(resolved("Home")), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{ ")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Relevance.isResolved(spaced)).isTrue();
        assertThat(Relevance.isResolved("nonsense".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static byte[] written(ProfileEvent event) {
        return EventsJson.write(event);
    }

    private static ProfileEvent erased() {
        return new ProfileErased(UUID.randomUUID(), UUID.randomUUID(), 1, AT, Origin.LIVE, UUID.randomUUID());
    }

    private static ProfileEvent resolved(String name) {
        return new EventResolved(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                AT,
                Origin.LIVE,
                EventType.TRACK,
                name,
                "web",
                "m",
                AT,
                EventsJson.mapper().valueToTree(Map.of("path", "/")),
                EventsJson.mapper().createObjectNode());
    }
}

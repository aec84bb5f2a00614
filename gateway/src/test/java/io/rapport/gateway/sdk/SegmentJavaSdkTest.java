package io.rapport.gateway.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventType;
import io.rapport.events.Origin;
import io.rapport.events.RawEvent;
import io.rapport.events.SourceType;
import io.rapport.gateway.testing.Ready;
import io.rapport.gateway.testing.Shop;
import io.rapport.gateway.testing.Stored;
import io.rapport.gateway.testing.Surroundings;
import io.rapport.platform.testing.Eventually;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** {@code com.segment.analytics.java:analytics}. */
@QuarkusTest
@Surroundings
class SegmentJavaSdkTest {
    @Inject
    Shop shop;

    @Inject
    Ready ready;

    @Inject
    Stored stored;

    @TestHTTPResource("/")
    String gateway;

    /** Remembers what the SDK says of each message. */
    private static final class Outcome implements Callback {
        final List<Message> sent = new CopyOnWriteArrayList<>();
        final List<Throwable> failed = new CopyOnWriteArrayList<>();

        @Override
        public void success(Message message) {
            sent.add(message);
        }

        @Override
        public void failure(Message message, Throwable throwable) {
            failed.add(throwable);
        }
    }

    @Test
    void everythingThatTheSdkSendsIsStored() {
        // Given
        Shop.Source source = ready.knows(shop.source(SourceType.SERVER));
        Outcome outcome = new Outcome();
        Analytics analytics = Analytics.builder(source.writeKey())
                .endpoint(gateway.substring(0, gateway.length() - 1))
                .callback(outcome)
                .build();
        Instant anHourAgo = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

        // When
        analytics.enqueue(IdentifyMessage.builder().userId("u").traits(Map.of("email", "u@example.com")));
        analytics.enqueue(TrackMessage.builder("Order Completed")
                .userId("u")
                .timestamp(Date.from(anHourAgo))
                .context(Map.of("locale", "nl-NL"))
                .properties(Map.of("order_id", "1", "revenue", 24.95)));
        analytics.enqueue(PageMessage.builder("Home").anonymousId("a"));
        analytics.enqueue(ScreenMessage.builder("Start").userId("u"));
        analytics.enqueue(GroupMessage.builder("g").userId("u"));
        analytics.enqueue(AliasMessage.builder("a").userId("u"));
        analytics.flush();
        Eventually.within(Duration.ofSeconds(30), () -> outcome.sent.size() + outcome.failed.size() == 6);
        analytics.shutdown();

        // Then
        assertThat(outcome.failed).isEmpty();
        List<RawEvent> events = stored.events(source.id());
        assertThat(events).extracting(RawEvent::type).containsExactlyInAnyOrder(EventType.values());
        assertThat(events).extracting(RawEvent::origin).containsOnly(Origin.LIVE);
        assertThat(stored.rejected(source.id())).isEmpty();
        RawEvent order = events.stream()
                .filter(event -> event.type() == EventType.TRACK)
                .findFirst()
                .orElseThrow();
        assertThat(order.messageId()).isEqualTo(order.event().get("messageId").textValue());
        assertThat(order.timestamp()).isBetween(anHourAgo.minusSeconds(5), anHourAgo.plusSeconds(60));
        assertThat(order.event().at("/context/locale").textValue()).isEqualTo("nl-NL");
        assertThat(order.event().at("/context/library/name").textValue()).isEqualTo("analytics-java");
        assertThat(order.event().at("/properties/revenue").doubleValue()).isEqualTo(24.95);
    }
}

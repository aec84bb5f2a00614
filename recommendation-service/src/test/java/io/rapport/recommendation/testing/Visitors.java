package io.rapport.recommendation.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.ConsentChanged;
import io.rapport.events.EventResolved;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import io.rapport.events.ProfileErased;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.events.ProfilesUnmerged;
import io.rapport.events.Purpose;
import io.rapport.events.Topic;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.kafka.EventProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Visitors who do things: their events are put on Kafka as profile-service would. */
@ApplicationScoped
public class Visitors {
    private final AtomicLong sequence = new AtomicLong();
    private final EventProducer producer;
    private final String topic;
    private final InstantSource clock;

    public Visitors(EventProducer producer, PlatformConfig config, InstantSource clock) {
        this.producer = producer;
        this.topic = Topic.PROFILE_EVENTS.name(config.topics().prefix());
        this.clock = clock;
    }

    /** Somebody who allows personalization. */
    public UUID consenting() {
        UUID visitor = UUID.randomUUID();
        decides(visitor, true);
        return visitor;
    }

    public void decides(UUID visitor, boolean granted) {
        send(new ConsentChanged(
                UUID.randomUUID(), visitor, next(), now(), Origin.LIVE, Purpose.PERSONALIZATION, granted, "test"));
    }

    public void views(UUID visitor, String product) {
        send(track(visitor, "Product Viewed", now(), Map.of("product_id", product)));
    }

    public void viewsAt(UUID visitor, String product, Instant at) {
        send(track(visitor, "Product Viewed", at, Map.of("product_id", product)));
    }

    public void buys(UUID visitor, String order, String... products) {
        buysAt(visitor, order, now(), products);
    }

    public void buysAt(UUID visitor, String order, Instant at, String... products) {
        send(order(visitor, order, at, products));
    }

    /** The whole order is called off. */
    public EventResolved cancellation(UUID visitor, String order) {
        return track(visitor, "Order Cancelled", now(), Map.of("order_id", order));
    }

    public EventResolved order(UUID visitor, String order, Instant at, String... products) {
        List<Map<String, Object>> lines = Arrays.stream(products)
                .map(product -> Map.<String, Object>of("product_id", product, "quantity", 2))
                .toList();
        return track(visitor, "Order Completed", at, Map.of("order_id", order, "products", lines));
    }

    /** As profile-service does it: on both keys, under two event ids. */
    public void merges(UUID survivor, UUID loser) {
        for (UUID key : List.of(survivor, loser)) {
            send(new ProfilesMerged(UUID.randomUUID(), key, next(), now(), Origin.LIVE, survivor, loser));
        }
    }

    /** As profile-service does it: on both keys, above every sequence so far. */
    public void unmerges(UUID remaining, UUID separated, List<UUID> events) {
        for (UUID key : List.of(remaining, separated)) {
            send(new ProfilesUnmerged(
                    UUID.randomUUID(), key, next(), now(), Origin.LIVE, remaining, separated, List.of(), events));
        }
    }

    public void isErased(UUID visitor) {
        send(new ProfileErased(UUID.randomUUID(), visitor, next(), now(), Origin.LIVE, UUID.randomUUID()));
    }

    public EventResolved track(UUID visitor, String name, Instant at, Map<String, Object> properties) {
        JsonNode context = EventsJson.mapper().createObjectNode();
        return new EventResolved(
                UUID.randomUUID(),
                visitor,
                next(),
                at,
                Origin.LIVE,
                EventType.TRACK,
                name,
                "web",
                UUID.randomUUID().toString(),
                at,
                EventsJson.mapper().valueToTree(properties),
                context);
    }

    /** Waits for Kafka's acknowledgement. */
    public void send(ProfileEvent event) {
        send(event.profileId().toString(), EventsJson.write(event));
    }

    public void send(String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, key, value)).await().atMost(Duration.ofSeconds(10));
    }

    public Instant now() {
        return clock.instant();
    }

    private long next() {
        return sequence.incrementAndGet();
    }
}

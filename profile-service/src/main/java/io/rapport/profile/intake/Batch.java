package io.rapport.profile.intake;

import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.RawEvent;
import io.rapport.events.RejectedEvent;
import io.rapport.profile.consent.ConsentFromContext;
import io.rapport.profile.identity.BlockedValues;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.Observation;
import io.rapport.profile.identity.Sighting;
import io.rapport.profile.identity.Trust;
import io.rapport.profile.order.OrderEvents;
import io.rapport.profile.order.OrderEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records of the raw topic, read.
 *
 * @param tracked by claim, in order; of two with the same claim the first
 * @param duplicates how many were left out for that
 * @param rejected those that name nobody
 */
record Batch(Map<UUID, Tracked> tracked, int duplicates, List<RejectedEvent> rejected) {
    private static final int LONGEST_REJECTED = 32 * 1024;

    static Batch of(Collection<ConsumerRecord<String, byte[]>> records, BlockedValues blocked) {
        Map<UUID, Tracked> tracked = new LinkedHashMap<>();
        List<RejectedEvent> rejected = new ArrayList<>();
        int duplicates = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            RawEvent raw = EventsJson.read(record.value(), RawEvent.class);
            Sighting sighting = SightingReader.read(raw, blocked);
            if (sighting.identifiers().isEmpty()) {
                rejected.add(rejected(raw));
            } else if (tracked.putIfAbsent(claim(raw), tracked(raw, sighting)) != null) {
                duplicates++;
            }
        }
        return new Batch(tracked, duplicates, rejected);
    }

    /**
     * Parts of it that can be taken side by side.
     *
     * @param owners whose the identifiers are, as far as it is known
     */
    List<Batch> lanes(int most, Map<Identifier, UUID> owners) {
        List<List<Tracked>> lanes = Lanes.of(List.copyOf(tracked.values()), most, owners);
        List<Batch> batches = new ArrayList<>();
        for (List<Tracked> lane : lanes) {
            Map<UUID, Tracked> own = new LinkedHashMap<>();
            lane.forEach(event -> own.put(event.claim(), event));
            boolean isFirst = batches.isEmpty();
            batches.add(new Batch(own, isFirst ? duplicates : 0, isFirst ? rejected : List.of()));
        }
        return batches;
    }

    private static UUID claim(RawEvent raw) {
        return Digests.of(raw.sourceId(), raw.messageId());
    }

    private static Tracked tracked(RawEvent raw, Sighting sighting) {
        boolean isTrack = raw.type() == EventType.TRACK;
        String name = EventContent.name(raw);
        return new Tracked(
                raw,
                claim(raw),
                sighting,
                Observation.of(sighting, raw.messageId()),
                ConsentFromContext.read(EventContent.context(raw)),
                isTrack ? order(raw, name, sighting) : null,
                isTrack
                        ? OrderEvents.interest(name, EventContent.properties(raw))
                                .orElse(null)
                        : null);
    }

    private static @Nullable OrderEvidence order(RawEvent raw, String name, Sighting sighting) {
        return OrderEvents.read(
                        name,
                        EventContent.properties(raw),
                        sighting.trust() == Trust.SERVER,
                        notAfterReceipt(raw),
                        raw.sourceId(),
                        raw.messageId())
                .orElse(null);
    }

    /** An order has been made when we hear of it, whatever a clock that is ahead says. */
    private static Instant notAfterReceipt(RawEvent raw) {
        return raw.timestamp().isAfter(raw.receivedAt()) ? raw.receivedAt() : raw.timestamp();
    }

    private static RejectedEvent rejected(RawEvent raw) {
        String event = raw.event().toString();
        return new RejectedEvent(
                Digests.of(raw.sourceId(), raw.messageId(), raw.receivedAt().toString()),
                raw.sourceId(),
                raw.sourceType(),
                raw.proof(),
                raw.provenUserId(),
                raw.messageId(),
                "no-usable-identifier",
                "Every identifier of the event is a placeholder, such as 0 or null, that stands for nobody.",
                "/anonymousId",
                raw.receivedAt(),
                event.length() <= LONGEST_REJECTED ? event : event.substring(0, LONGEST_REJECTED));
    }

    Set<Identifier> lookups() {
        Set<Identifier> lookups = new LinkedHashSet<>();
        tracked.values().forEach(event -> lookups.addAll(event.sighting().lookups()));
        return lookups;
    }

    Set<UUID> observations() {
        return tracked.values().stream().map(event -> event.observation().id()).collect(Collectors.toSet());
    }

    Set<String> orders() {
        Set<String> orders = new LinkedHashSet<>();
        tracked.values().stream()
                .map(Tracked::order)
                .filter(Objects::nonNull)
                .forEach(order -> orders.add(order.orderId()));
        return orders;
    }

    List<Instant> moments() {
        return tracked.values().stream().map(Tracked::at).toList();
    }
}

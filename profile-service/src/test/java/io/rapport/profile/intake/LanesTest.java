package io.rapport.profile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.EventsJson;
import io.rapport.profile.identity.BlockedValues;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** How a batch is parted for transactions side by side. */
class LanesTest {
    private static Batch batch(List<SentEvent> events) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        events.forEach(event -> records.add(
                new ConsumerRecord<>("raw-events", 0, records.size(), "key", EventsJson.write(event.raw()))));
        return Batch.of(records, BlockedValues.none());
    }

    private static SentEvent seen(String anonymousId) {
        return SentEvent.track("Page Left", "{}").anonymous(anonymousId);
    }

    private static Identifier browser(String anonymousId) {
        return new Identifier(IdentifierType.ANONYMOUS_ID, anonymousId);
    }

    private static List<Tracked> events(Batch batch) {
        return List.copyOf(batch.tracked().values());
    }

    @Test
    void lanesShareNoIdentifierAndNoKnownPersonAndKeepTheOrderOfTheirEvents() {
        long seed = System.nanoTime();
        System.out.println("LanesTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            // Given
            List<SentEvent> sent = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                SentEvent event = seen("a" + random.nextInt(25));
                sent.add(random.nextInt(4) == 0 ? event.user("u" + random.nextInt(8)) : event);
            }
            Map<Identifier, UUID> owners = new HashMap<>();
            for (int browser = 0; browser < 25; browser += 3) {
                owners.put(browser("a" + browser), new UUID(0, random.nextInt(6)));
            }
            Batch whole = batch(sent);

            // When
            List<Batch> lanes = whole.lanes(3, owners);

            // Then
            List<Tracked> parted = new ArrayList<>();
            Set<Object> before = new HashSet<>();
            for (Batch lane : lanes) {
                Set<Object> own = new HashSet<>();
                events(lane)
                        .forEach(event -> event.sighting().lookups().forEach(identifier -> {
                            own.add(identifier);
                            own.add(owners.getOrDefault(identifier, UUID.randomUUID()));
                        }));
                assertThat(Collections.disjoint(own, before))
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(events(whole)).as("seed %d", seed).containsSubsequence(events(lane));
                before.addAll(own);
                parted.addAll(events(lane));
            }
            assertThat(parted).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(events(whole));
        }
    }

    @Test
    void strangersAreSpreadOverTheLanes() {
        List<SentEvent> sent = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            sent.add(seen("a" + i));
        }

        assertThat(batch(sent).lanes(3, Map.of()))
                .extracting(lane -> lane.tracked().size())
                .containsExactly(30, 30, 30);
    }

    @Test
    void duplicatesAreCountedOnceAndNotPerLane() {
        SentEvent twice = seen("a1");

        List<Batch> lanes = batch(List.of(twice, seen("a2"), twice)).lanes(2, Map.of());

        assertThat(lanes).hasSize(2);
        assertThat(lanes.stream().mapToInt(Batch::duplicates).sum()).isEqualTo(1);
    }
}

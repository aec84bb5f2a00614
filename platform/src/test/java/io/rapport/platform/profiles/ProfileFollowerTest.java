package io.rapport.platform.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
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
import io.rapport.platform.app.PlatformTest;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.testing.Eventually;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileFollowerTest extends PlatformTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID anna = UUID.randomUUID();
    private final UUID bert = UUID.randomUUID();
    private final UUID carl = UUID.randomUUID();

    @Inject
    ProfileFollower follower;

    @Inject
    ConsentGate gate;

    private static ConsentChanged said(UUID who, Purpose purpose, boolean granted, int second) {
        return new ConsentChanged(
                UUID.randomUUID(), who, second, NOON.plusSeconds(second), Origin.LIVE, purpose, granted, "web");
    }

    private static ProfilesMerged merged(UUID key, UUID survivor, UUID loser) {
        return new ProfilesMerged(UUID.randomUUID(), key, 9, NOON, Origin.LIVE, survivor, loser);
    }

    private static ProfilesMerged merged(UUID key, UUID survivor, UUID loser, int sequence) {
        return new ProfilesMerged(UUID.randomUUID(), key, sequence, NOON, Origin.LIVE, survivor, loser);
    }

    private static ProfilesUnmerged unmerged(UUID key, UUID remaining, UUID separated, int sequence, UUID... former) {
        return new ProfilesUnmerged(
                UUID.randomUUID(), key, sequence, NOON, Origin.LIVE, remaining, separated, List.of(former), List.of());
    }

    private static ProfileErased erased(UUID who) {
        return new ProfileErased(UUID.randomUUID(), who, 99, NOON, Origin.LIVE, UUID.randomUUID());
    }

    private Uni<Void> consume(ProfileEvent... events) {
        List<ConsumerRecord<String, byte[]>> records = Arrays.stream(events)
                .map(event -> new ConsumerRecord<>(
                        "profile-events", 0, 0, event.profileId().toString(), EventsJson.write(event)))
                .toList();
        return follower.consume(
                "group", new ConsumerRecords<>(Map.of(new TopicPartition("profile-events", 0), records), Map.of()));
    }

    private void happens(ProfileEvent... events) {
        consume(events).await().atMost(SOON);
    }

    private Set<Purpose> allowed(UUID who) {
        return gate.allowed(pool, List.of(who)).await().atMost(SOON).get(who);
    }

    private long rows(UUID... who) {
        return count("select count(*) from consent where profile_id = any($1)", (Object) who);
    }

    @Test
    void aDecisionDeliveredTwiceReachesTheGateOnce() {
        ConsentChanged yes = said(anna, Purpose.MARKETING, true, 1);

        happens(yes, yes);
        happens(yes);

        assertThat(allowed(anna)).contains(Purpose.MARKETING);
        assertThat(rows(anna)).isEqualTo(1);
        assertThat(count("select count(*) from inbox where event_id = $1", yes.eventId()))
                .isEqualTo(1);
    }

    @Test
    void eventsOfOneBatchTakeEffectInTheirOrder() {
        happens(
                said(bert, Purpose.MARKETING, true, 1),
                merged(bert, anna, bert),
                said(bert, Purpose.ADVERTISING, true, 2),
                erased(anna),
                said(anna, Purpose.PERSONALIZATION, true, 3));

        assertThat(rows(anna, bert)).isZero();
    }

    @Test
    void aLateEventOfAMergedProfileGoesToTheSurvivorOfTheSurvivor() {
        happens(said(anna, Purpose.MARKETING, true, 1));
        happens(merged(anna, bert, anna));
        happens(merged(bert, carl, bert));
        happens(merged(anna, bert, anna));

        happens(said(anna, Purpose.ADVERTISING, true, 2));

        assertThat(allowed(carl)).contains(Purpose.MARKETING, Purpose.ADVERTISING);
        assertThat(rows(anna, bert)).isZero();
    }

    @Test
    void aLateEventOfAnErasedProfileDoesNotBringItBack() {
        happens(said(anna, Purpose.MARKETING, true, 1), merged(bert, anna, bert));
        happens(erased(anna));

        happens(said(anna, Purpose.MARKETING, true, 2));
        happens(said(bert, Purpose.MARKETING, true, 3));
        happens(merged(bert, anna, bert));

        assertThat(rows(anna, bert)).isZero();
    }

    @Test
    void aMergeWithAnErasedProfileIsForgottenToo() {
        happens(erased(anna));
        happens(said(bert, Purpose.MARKETING, true, 1));

        happens(merged(bert, anna, bert));

        assertThat(rows(anna, bert)).isZero();
    }

    @Test
    void aSeparatedProfileStandsForItselfAgainWithItsFormerIds() {
        happens(merged(carl, bert, carl, 2), merged(bert, anna, bert, 4), said(anna, Purpose.MARKETING, true, 1));

        happens(unmerged(anna, anna, bert, 6, carl), unmerged(bert, anna, bert, 6, carl));
        happens(said(carl, Purpose.ADVERTISING, true, 7), said(anna, Purpose.MARKETING, false, 8));

        assertThat(allowed(bert)).contains(Purpose.MARKETING, Purpose.ADVERTISING);
        assertThat(allowed(anna)).doesNotContain(Purpose.MARKETING, Purpose.ADVERTISING);
    }

    @Test
    void aMergeThatIsReadAfterItWasUndoneChangesNothing() {
        happens(merged(anna, anna, bert, 5), unmerged(anna, anna, bert, 7));

        happens(merged(bert, anna, bert, 4), unmerged(bert, anna, bert, 7), said(bert, Purpose.MARKETING, true, 8));

        assertThat(rows(bert)).isEqualTo(1);
        assertThat(rows(anna)).isZero();
    }

    @Test
    void whoIsMergedAgainStaysMergedWhateverOfTheUnmergeComesLate() {
        happens(merged(anna, anna, bert, 5), unmerged(anna, anna, bert, 7), merged(anna, anna, bert, 9));

        happens(unmerged(bert, anna, bert, 7), said(bert, Purpose.MARKETING, true, 10));

        assertThat(rows(anna)).isEqualTo(1);
        assertThat(rows(bert)).isZero();
    }

    @Test
    void trackingEventsPassByWithoutATrace() {
        EventResolved viewed = new EventResolved(
                UUID.randomUUID(),
                anna,
                1,
                NOON,
                Origin.LIVE,
                EventType.TRACK,
                "Product Viewed",
                "web",
                "m1",
                NOON,
                EventsJson.mapper().createObjectNode(),
                EventsJson.mapper().createObjectNode());

        happens(viewed);

        assertThat(count("select count(*) from inbox where event_id = $1", viewed.eventId()))
                .isZero();
    }

    /** Partitions are read at once; whatever their events' interleaving, the person stays forgotten and nothing is left behind. */
    @RepeatedTest(10)
    void concurrentPartitionsNeverLeaveAnythingOfAnErasedPerson() {
        // Given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<ProfileEvent> onAnna = new ArrayList<>(List.of(
                said(anna, Purpose.MARKETING, true, 1),
                merged(anna, anna, bert),
                said(anna, Purpose.ANALYTICS, true, 2)));
        onAnna.add(erased(anna));
        List<ProfileEvent> onBert = new ArrayList<>(List.of(
                said(bert, Purpose.MARKETING, false, 1),
                said(bert, Purpose.ADVERTISING, true, 2),
                merged(bert, anna, bert),
                said(bert, Purpose.PERSONALIZATION, true, 3)));
        Collections.swap(onBert, random.nextInt(2), 1);

        // When
        Uni.join()
                .all(inBatches(onAnna, random), inBatches(onBert, random))
                .andFailFast()
                .await()
                .atMost(SOON);

        // Then
        Eventually.within(SOON, () -> rows(anna, bert) == 0);
        assertThat(allowed(bert)).isEqualTo(gate.defaults());
    }

    private Uni<Void> inBatches(List<ProfileEvent> events, Random random) {
        Uni<Void> all = Uni.createFrom().voidItem();
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(3));
            ProfileEvent[] batch = Stream.concat(
                            events.subList(Math.max(0, from - 1), from).stream(), events.subList(from, to).stream())
                    .toArray(ProfileEvent[]::new);
            all = all.chain(() -> consume(batch));
            from = to;
        }
        return all;
    }
}

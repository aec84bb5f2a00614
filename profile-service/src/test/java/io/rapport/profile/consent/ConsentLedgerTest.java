package io.rapport.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsentLedgerTest {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ConsentLedger ledger = ledger(Map.of());

    private static ConsentLedger ledger(Map<ConsentState.Key, ConsentState> known) {
        return new ConsentLedger(Set.of(Purpose.ANALYTICS), NOON.plusSeconds(10_000), known);
    }

    private static ConsentStatement marketing(UUID profile, boolean granted, int second) {
        return new ConsentStatement(profile, Purpose.MARKETING, granted, NOON.plusSeconds(second), "web", Origin.LIVE);
    }

    private boolean says(boolean granted, int second) {
        return ledger.say(marketing(ANNA, granted, second)).isPresent();
    }

    @Test
    void withoutADecisionTheDefaultHolds() {
        assertThat(ledger.allowed(ANNA)).containsExactly(Purpose.ANALYTICS);
    }

    @Test
    void theFirstWordIsAChangeEvenIfItIsTheDefault() {
        assertThat(says(false, 0)).isTrue();
        assertThat(ledger.history()).hasSize(1);
    }

    @Test
    void repeatingWhatHoldsIsNoChangeButMovesTheMomentOn() {
        // Given
        says(true, 0);
        says(true, 30);

        // When a no from in between comes late
        boolean changed = says(false, 20);

        // Then
        assertThat(changed).isFalse();
        assertThat(ledger.allowed(ANNA)).contains(Purpose.MARKETING);
        assertThat(ledger.history()).hasSize(2);
    }

    @Test
    void anExplicitRepeatIsKeptAsHistory() {
        // Given
        says(true, 0);

        // When
        ConsentStatement again = new ConsentStatement(
                ANNA, Purpose.MARKETING, true, NOON.plusSeconds(5), ConsentStatement.API, Origin.LIVE);

        // Then
        assertThat(ledger.say(again)).isEmpty();
        assertThat(ledger.history()).hasSize(2);
    }

    @Test
    void atTheSameMomentANoOutweighsAYesWhicheverComesFirst() {
        assertThat(says(true, 0)).isTrue();
        assertThat(says(false, 0)).isTrue();
        assertThat(says(true, 0)).isFalse();
        assertThat(ledger.allowed(ANNA)).doesNotContain(Purpose.MARKETING);
    }

    @Test
    void aClockThatIsAheadDoesNotSilenceLaterDecisions() {
        // Given
        ConsentStatement ahead = ledger.say(marketing(ANNA, true, 1_000_000)).orElseThrow();

        // Then
        assertThat(ahead.at()).isEqualTo(ledger.now());
        assertThat(ledger.state(ANNA, Purpose.MARKETING)).isEqualTo(new ConsentState(true, ledger.now()));
    }

    @Test
    void aMergeKeepsTheLaterWordAndAnnouncesWhereTheyDiffered() {
        // Given
        says(true, 10);
        ledger.say(marketing(OTHER, false, 20));
        ledger.say(new ConsentStatement(OTHER, Purpose.ADVERTISING, false, NOON, "web", Origin.LIVE));

        // When
        List<ConsentStatement> changes = ledger.merge(ANNA, OTHER);

        // Then
        assertThat(ledger.allowed(ANNA)).containsExactly(Purpose.ANALYTICS);
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.profileId()).isEqualTo(ANNA);
            assertThat(change.purpose()).isEqualTo(Purpose.MARKETING);
            assertThat(change.granted()).isFalse();
            assertThat(change.at()).isEqualTo(NOON.plusSeconds(20));
        });
        assertThat(ledger.written().keySet()).allMatch(key -> key.profileId().equals(ANNA));
        assertThat(ledger.survivors()).containsExactly(Map.entry(OTHER, ANNA));
    }

    @Test
    void aMergeAnnouncesTheLosersWordWhereItIsNotTheDefaultThatHeldForTheSurvivor() {
        // Given
        ledger.say(new ConsentStatement(OTHER, Purpose.ANALYTICS, false, NOON, "web", Origin.LIVE));
        ledger.say(marketing(OTHER, true, 1));
        ledger.say(new ConsentStatement(OTHER, Purpose.ADVERTISING, false, NOON, "web", Origin.LIVE));

        // When
        List<ConsentStatement> changes = ledger.merge(ANNA, OTHER);

        // Then
        assertThat(changes)
                .extracting(ConsentStatement::purpose, ConsentStatement::granted)
                .containsExactlyInAnyOrder(tuple(Purpose.ANALYTICS, false), tuple(Purpose.MARKETING, true));
        assertThat(ledger.allowed(ANNA)).containsExactly(Purpose.MARKETING);
    }

    @Test
    void whatHoldsDoesNotDependOnTheOrderOfArrivalNorOnTheBatches() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            // Given
            List<ConsentStatement> said = random(random);
            List<ConsentStatement> shuffled = new ArrayList<>(said);
            Collections.shuffle(shuffled, random);

            // When
            ConsentLedger inOrder = ledger(Map.of());
            said.forEach(inOrder::say);
            ConsentLedger first = ledger(Map.of());
            shuffled.subList(0, shuffled.size() / 2).forEach(first::say);
            ConsentLedger second = ledger(first.written());
            shuffled.subList(shuffled.size() / 2, shuffled.size()).forEach(second::say);

            // Then
            assertThat(second.allowed(ANNA))
                    .as("seed %d, round %d: %s", seed, round, said)
                    .isEqualTo(inOrder.allowed(ANNA));
            assertThat(second.allowed(ANNA))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(latest(said));
        }
    }

    private static List<ConsentStatement> random(Random random) {
        Purpose[] purposes = Purpose.values();
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> new ConsentStatement(
                        ANNA,
                        purposes[random.nextInt(purposes.length)],
                        random.nextBoolean(),
                        NOON.plusSeconds(random.nextInt(6)),
                        "web",
                        Origin.LIVE))
                .toList();
    }

    /** The rule in its plainest form: the last word counts, and a no before a yes of the same moment. */
    private static Set<Purpose> latest(List<ConsentStatement> said) {
        Set<Purpose> allowed = EnumSet.of(Purpose.ANALYTICS);
        for (Purpose purpose : Purpose.values()) {
            List<ConsentStatement> of =
                    said.stream().filter(each -> each.purpose() == purpose).toList();
            Instant last = of.stream()
                    .map(ConsentStatement::at)
                    .max(Instant::compareTo)
                    .orElse(Instant.MIN);
            boolean denied = of.stream().anyMatch(each -> each.at().equals(last) && !each.granted());
            if (denied) {
                allowed.remove(purpose);
            } else if (!of.isEmpty()) {
                allowed.add(purpose);
            }
        }
        return allowed;
    }
}

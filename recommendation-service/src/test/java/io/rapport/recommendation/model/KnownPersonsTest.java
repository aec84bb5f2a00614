package io.rapport.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.ConsentChanged;
import io.rapport.events.Origin;
import io.rapport.events.ProfileEvent;
import io.rapport.events.ProfilesMerged;
import io.rapport.events.ProfilesUnmerged;
import io.rapport.events.Purpose;
import io.rapport.recommendation.privacy.Persons;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KnownPersonsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Inject
    Pool pool;

    @Inject
    Persons persons;

    private final UUID anonymous = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private KnownPersons known;

    @BeforeEach
    void nobodyIsKnown() {
        known = new KnownPersons(pool, persons);
    }

    @Test
    void mergedPersonAllowsWhatBothAllowed() {
        hear(decision(anonymous, true), decision(customer, true));
        hear(merge());
        assertThat(known.find(customer).personalised()).isTrue();
        assertThat(known.find(anonymous).id()).isEqualTo(customer);
    }

    @Test
    void whoRefusedUnderEitherIdIsLeftOutUntilTheyDecideAnew() {
        for (boolean loser : new boolean[] {true, false}) {
            // Given
            nobodyIsKnown();
            hear(decision(anonymous, loser), decision(customer, !loser));

            // When
            hear(merge());

            // Then
            assertThat(known.find(customer).personalised()).isFalse();
            assertThat(known.find(anonymous).personalised()).isFalse();
            hear(decision(customer, true), merge());
            assertThat(known.find(customer).personalised())
                    .as("the merge is told twice, on both keys")
                    .isTrue();
            assertThat(known.find(anonymous).personalised()).isTrue();
        }
    }

    @Test
    void whoSaidNothingBeforeTheMergeHasNotAgreed() {
        hear(decision(customer, true));
        hear(merge());
        assertThat(known.find(customer).personalised()).isFalse();
    }

    @Test
    void whoIsSeparatedIsAPersonOfTheirOwnWhoAllowsWhatBothAllowed() {
        hear(decision(anonymous, true), decision(customer, true), merge());
        ProfilesUnmerged unmerge = new ProfilesUnmerged(
                UUID.randomUUID(), customer, 2, NOW, Origin.LIVE, customer, anonymous, List.of(), List.of());
        known.meet(List.of(unmerge));

        assertThat(known.unmerge(unmerge)).isEqualTo(customer);

        assertThat(known.find(anonymous).id()).isEqualTo(anonymous);
        assertThat(known.find(anonymous).personalised()).isTrue();
        assertThat(known.find(customer).id()).isEqualTo(customer);
    }

    private void hear(ProfileEvent... events) {
        known.meet(List.of(events));
        for (ProfileEvent event : events) {
            if (event instanceof ConsentChanged change) {
                known.decide(change.profileId(), change.granted());
            } else if (event instanceof ProfilesMerged merged) {
                known.merge(merged.loserId(), merged.survivorId());
            }
        }
    }

    private static ConsentChanged decision(UUID who, boolean granted) {
        return new ConsentChanged(
                UUID.randomUUID(), who, 1, NOW, Origin.LIVE, Purpose.PERSONALIZATION, granted, "test");
    }

    private ProfilesMerged merge() {
        return new ProfilesMerged(UUID.randomUUID(), customer, 1, NOW, Origin.LIVE, customer, anonymous);
    }
}

package io.rapport.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.ConsentChanged;
import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import io.rapport.platform.app.PlatformTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentGateTest extends PlatformTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final UUID anna = UUID.randomUUID();
    private final UUID bert = UUID.randomUUID();

    @Inject
    ConsentGate gate;

    private void said(UUID who, Purpose purpose, boolean granted, Instant when) {
        gate.apply(pool, new ConsentChanged(UUID.randomUUID(), who, 1, when, Origin.LIVE, purpose, granted, "web"))
                .await()
                .atMost(SOON);
    }

    private Set<Purpose> allowed(UUID who) {
        return gate.allowed(pool, List.of(who)).await().atMost(SOON).get(who);
    }

    @Test
    void withoutARecordTheOperatorsDefaultHoldsAndDeniedWhereNoneIsSet() {
        assertThat(gate.defaults()).containsExactly(Purpose.ANALYTICS);
        assertThat(allowed(anna)).containsExactly(Purpose.ANALYTICS);
    }

    @Test
    void whatAPersonSaidGoesBeforeTheDefault() {
        said(anna, Purpose.ANALYTICS, false, NOON);
        said(anna, Purpose.MARKETING, true, NOON);

        assertThat(gate.allowed(pool, List.of(anna, bert)).await().atMost(SOON))
                .containsEntry(anna, Set.of(Purpose.MARKETING))
                .containsEntry(bert, Set.of(Purpose.ANALYTICS));
    }

    @Test
    void anOlderDecisionThatArrivesLateChangesNothing() {
        said(anna, Purpose.MARKETING, false, NOON);
        said(anna, Purpose.MARKETING, true, NOON.minusSeconds(1));

        assertThat(allowed(anna)).doesNotContain(Purpose.MARKETING);
    }

    @Test
    void aSurvivorKeepsTheLaterOfTwoDecisionsForEachPurpose() {
        said(anna, Purpose.MARKETING, true, NOON);
        said(bert, Purpose.MARKETING, false, NOON.plusSeconds(1));
        said(anna, Purpose.PERSONALIZATION, true, NOON.plusSeconds(1));
        said(bert, Purpose.PERSONALIZATION, false, NOON);
        said(bert, Purpose.ADVERTISING, true, NOON);

        gate.merge(pool, anna, bert).await().atMost(SOON);

        assertThat(allowed(anna))
                .containsExactlyInAnyOrder(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.ADVERTISING);
        assertThat(count("select count(*) from consent where profile_id = $1", bert))
                .isZero();
    }

    @Test
    void erasureLeavesNoDecision() {
        said(anna, Purpose.ANALYTICS, false, NOON);

        gate.erase(pool, anna).await().atMost(SOON);

        assertThat(allowed(anna)).isEqualTo(gate.defaults());
        assertThat(count("select count(*) from consent where profile_id = $1", anna))
                .isZero();
    }
}

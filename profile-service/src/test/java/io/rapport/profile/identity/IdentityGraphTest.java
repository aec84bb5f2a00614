package io.rapport.profile.identity;

import static io.rapport.profile.identity.IdentifierType.ANONYMOUS_ID;
import static io.rapport.profile.identity.IdentifierType.EMAIL;
import static io.rapport.profile.identity.IdentifierType.USER_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdentityGraphTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong ids = new AtomicLong();
    private final IdentityGraph graph =
            new IdentityGraph(IdentityRules.defaults(), () -> new UUID(0, ids.incrementAndGet()));
    private Instant now = NOON;

    private static Identifier user(String value) {
        return new Identifier(USER_ID, value);
    }

    private static Identifier anonymous(String value) {
        return new Identifier(ANONYMOUS_ID, value);
    }

    private static Identifier email(String value) {
        return new Identifier(EMAIL, value);
    }

    private Resolution see(Trust trust, Identifier... identifiers) {
        return take(new Sighting(List.of(identifiers), null, trust, now));
    }

    private Resolution alias(Trust trust, String userId, String previousId) {
        return take(new Sighting(List.of(user(userId)), previousId, trust, now));
    }

    private Resolution take(Sighting sighting) {
        now = now.plusSeconds(1);
        Resolution resolution = graph.resolve(sighting);
        graph.apply(resolution, sighting.at());
        return resolution;
    }

    @Test
    void mergesTheVisitorIntoTheUserTheyLogInAs() {
        // Given
        UUID anna = see(Trust.PUBLIC, user("anna")).profile();
        UUID visitor = see(Trust.PUBLIC, anonymous("phone")).profile();

        // When
        Resolution login = see(Trust.PUBLIC, anonymous("phone"), user("anna"));

        // Then
        assertThat(login.profile()).isEqualTo(anna);
        assertThat(login.merged()).containsExactly(visitor);
        assertThat(graph.owner(anonymous("phone"))).isEqualTo(anna);
    }

    @Test
    void keepsTheVisitorsProfileForAUserWhoIsNew() {
        UUID visitor = see(Trust.PUBLIC, anonymous("phone")).profile();

        Resolution signUp = see(Trust.PUBLIC, anonymous("phone"), user("anna"));

        assertThat(signUp.profile()).isEqualTo(visitor);
        assertThat(signUp.merged()).isEmpty();
        assertThat(graph.isUser(visitor)).isTrue();
    }

    @Test
    void doesNotFuseTwoUsersOfOneTablet() {
        UUID anna = see(Trust.USER, anonymous("tablet"), user("anna")).profile();

        Resolution bob = see(Trust.USER, anonymous("tablet"), user("bob"));

        assertThat(bob.created()).isTrue();
        assertThat(bob.refused()).containsEntry(anonymous("tablet"), Refusal.OTHER_USER);
        assertThat(graph.owner(anonymous("tablet"))).isEqualTo(anna);
        assertThat(graph.owner(user("bob"))).isEqualTo(bob.profile()).isNotEqualTo(anna);
    }

    @Test
    void keepsTheOlderOfTwoVisitorsWhoShareAnAddress() {
        UUID older = see(Trust.PUBLIC, anonymous("laptop"), email("anna@example.com"))
                .profile();
        UUID younger = see(Trust.PUBLIC, anonymous("phone")).profile();

        Resolution same = see(Trust.PUBLIC, anonymous("phone"), email("anna@example.com"));

        assertThat(same.profile()).isEqualTo(older);
        assertThat(same.merged()).containsExactly(younger);
    }

    @Test
    void doesNotLetThePublicAddAnAddressToAUserWhoHasOne() {
        UUID anna = see(Trust.SERVER, user("anna"), email("anna@example.com")).profile();

        Resolution claim = see(Trust.PUBLIC, user("anna"), email("thief@example.com"));

        assertThat(claim.profile()).isEqualTo(anna);
        assertThat(claim.refused()).containsEntry(email("thief@example.com"), Refusal.NEEDS_PROOF);
        assertThat(graph.owner(email("thief@example.com"))).isNull();
    }

    @Test
    void doesNotBringAnAddressInByTheBackDoorOfAMerge() {
        UUID anna = see(Trust.SERVER, user("anna"), email("anna@example.com")).profile();
        see(Trust.PUBLIC, anonymous("thief"), email("thief@example.com"));

        Resolution login = see(Trust.PUBLIC, anonymous("thief"), user("anna"));

        assertThat(login.profile()).isEqualTo(anna);
        assertThat(login.released()).containsExactly(email("thief@example.com"));
        assertThat(graph.owner(email("thief@example.com"))).isNull();
        assertThat(graph.owner(anonymous("thief"))).isEqualTo(anna);
    }

    @Test
    void letsAUserWithATokenAddAnAddress() {
        UUID anna = see(Trust.SERVER, user("anna"), email("anna@example.com")).profile();

        see(Trust.USER, user("anna"), email("anna@work.example"));

        assertThat(graph.owner(email("anna@work.example"))).isEqualTo(anna);
    }

    @Test
    void givesAnAddressToTheUserForWhomTheBackEndVouches() {
        see(Trust.PUBLIC, user("squatter"), email("anna@example.com"));

        Resolution vouched = see(Trust.SERVER, user("anna"), email("anna@example.com"));

        assertThat(graph.owner(email("anna@example.com"))).isEqualTo(vouched.profile());
        assertThat(vouched.merged()).isEmpty();
    }

    @Test
    void leavesTheSixthBrowserOfAWeekOutAndTakesItTheWeekAfter() {
        UUID anna = see(Trust.USER, user("anna")).profile();
        for (int browser = 1; browser <= 5; browser++) {
            see(Trust.USER, user("anna"), anonymous("browser-" + browser));
        }

        Resolution sixth = see(Trust.USER, user("anna"), anonymous("browser-6"));
        now = NOON.plus(Duration.ofDays(8));
        Resolution later = see(Trust.USER, user("anna"), anonymous("browser-6"));

        assertThat(sixth.refused()).containsEntry(anonymous("browser-6"), Refusal.LIMIT);
        assertThat(later.profile()).isEqualTo(anna);
        assertThat(graph.owner(anonymous("browser-6"))).isEqualTo(anna);
    }

    @Test
    void mergesTwoUsersWhenTheBackEndSaysThatOneIsTheOthersFormerId() {
        UUID before = see(Trust.SERVER, user("anna@old")).profile();
        UUID after = see(Trust.SERVER, user("anna")).profile();

        Resolution alias = alias(Trust.SERVER, "anna", "anna@old");

        assertThat(alias.profile()).isEqualTo(after);
        assertThat(alias.merged()).containsExactly(before);
        assertThat(alias.aliased()).containsExactly(user("anna@old"));
        assertThat(see(Trust.SERVER, user("anna@old")).profile()).isEqualTo(after);
    }

    @Test
    void mergesAThirdUserIdOnlyByAliasEvenAfterOne() {
        see(Trust.SERVER, user("anna@old"));
        see(Trust.SERVER, user("anna"));
        alias(Trust.SERVER, "anna", "anna@old");
        see(Trust.SERVER, user("bob"), anonymous("tablet"));

        Resolution shared = see(Trust.SERVER, user("anna"), anonymous("tablet"));

        assertThat(shared.refused()).containsEntry(anonymous("tablet"), Refusal.OTHER_USER);
    }

    @Test
    void doesNotMergeTwoUsersOnAnybodysAlias() {
        UUID victim = see(Trust.SERVER, user("victim")).profile();
        UUID thief = see(Trust.USER, user("thief")).profile();

        Resolution alias = alias(Trust.USER, "thief", "victim");

        assertThat(alias.profile()).isEqualTo(thief);
        assertThat(alias.merged()).isEmpty();
        assertThat(graph.owner(user("victim"))).isEqualTo(victim);
    }

    @Test
    void linksTheAnonymousIdThatABrowserAliases() {
        UUID visitor = see(Trust.PUBLIC, anonymous("phone")).profile();

        Resolution alias = alias(Trust.PUBLIC, "anna", "phone");

        assertThat(alias.profile()).isEqualTo(visitor);
        assertThat(graph.owner(user("anna"))).isEqualTo(visitor);
    }

    @Test
    void followsAnAliasWhoseFormerIdTurnsUpLater() {
        UUID anna = alias(Trust.SERVER, "anna", "anna@old").profile();

        Resolution late = see(Trust.SERVER, user("anna@old"));

        assertThat(late.profile()).isEqualTo(anna);
    }

    @Test
    void writesOnlyWhatChanged() {
        // Given
        UUID anna = new UUID(1, 1);
        graph.know(anna, NOON);
        graph.know(anna, user("anna"), new Link(NOON, Trust.USER, false));
        graph.know(anna, anonymous("phone"), new Link(NOON, Trust.USER, false));

        // When
        see(Trust.USER, user("anna"), anonymous("phone"));
        see(Trust.USER, user("anna"), anonymous("laptop"));

        // Then
        GraphChanges changes = graph.changes();
        assertThat(changes.inserted()).extracting(Tie::identifier).containsExactly(anonymous("laptop"));
        assertThat(changes.updated()).isEmpty();
        assertThat(changes.deleted()).isEmpty();
    }

    @Test
    void anOperatorsWordOverrulesTheLimitOfOneUserId() {
        UUID one = see(Trust.SERVER, user("anna")).profile();
        UUID other = see(Trust.SERVER, user("anna2")).profile();

        Resolution merge = graph.merge(one, other, now);

        assertThat(merge.profile()).isEqualTo(one);
        assertThat(merge.merged()).containsExactly(other);
        assertThat(merge.aliased()).containsExactly(user("anna2"));
    }

    @Test
    void aProfileBeyondTheLimitsIsStillFoundByWhatItGoesBy() {
        // Given: two users with five browsers each in one week, whom an operator made one
        UUID one = see(Trust.SERVER, user("anna")).profile();
        UUID other = see(Trust.SERVER, user("anna2")).profile();
        for (int browser = 1; browser <= 5; browser++) {
            see(Trust.SERVER, user("anna"), anonymous("a-" + browser));
            see(Trust.SERVER, user("anna2"), anonymous("b-" + browser));
        }
        graph.apply(graph.merge(one, other, now), now);

        // When
        Resolution next = see(Trust.SERVER, user("anna"), anonymous("a-6"));

        // Then
        assertThat(next.profile()).isEqualTo(one);
        assertThat(next.refused()).containsEntry(anonymous("a-6"), Refusal.LIMIT);
    }
}

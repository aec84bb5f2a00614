package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.alias;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IntakeTest extends IntakeTestBase {
    @Test
    void anEventCountsOnceInItsBatchAndInTheNext() {
        // Given
        SentEvent view = track("Product Viewed", "{'category':'Lamps'}").anonymous(named("phone"));
        SentEvent other = track("Product Viewed", "{'category':'Beds'}").anonymous(named("phone"));

        // When
        take(view, view, other);
        take(other, view);

        // Then
        JsonNode profile = profile("anonymousId:" + named("phone"));
        assertThat(names(events(UUID.fromString(profile.path("id").asText())))).hasSize(2);
        assertThat(profile.at("/computed/favouriteCategories").toString())
                .isEqualTo("[{\"category\":\"Beds\",\"count\":1},{\"category\":\"Lamps\",\"count\":1}]");
    }

    @Test
    void theSameMessageIdOfAnotherSourceIsAnotherEvent() {
        take(
                track("A").anonymous(named("phone")).id("1-" + own),
                track("B").anonymous(named("phone")).id("1-" + own).source("app"));

        assertThat(names(events(id("anonymousId:" + named("phone"))))).hasSize(2);
    }

    @Test
    void aVisitorsHistoryBecomesTheUsersWhenTheyLogIn() {
        // Given
        takeOneByOne(
                identify("{'plan':'gold'}").user(named("anna")).at(NOON),
                track("Product Viewed", "{'category':'Lamps'}")
                        .anonymous(named("phone"))
                        .at(NOON.minusSeconds(60)));
        UUID anna = id("userId:" + named("anna"));
        UUID visitor = id("anonymousId:" + named("phone"));

        // When
        take(track("Signed In").user(named("anna")).anonymous(named("phone")).at(NOON.plusSeconds(60)));

        // Then
        JsonNode profile = get("/api/profiles/" + visitor);
        assertThat(profile.path("id").asText()).isEqualTo(anna.toString());
        assertThat(profile.path("identities").findValuesAsText("type")).containsExactly("userId", "anonymousId");
        assertThat(profile.at("/computed/firstSeenAt").asText())
                .isEqualTo(NOON.minusSeconds(60).toString());
        assertThat(profile.at("/computed/favouriteCategories/0/category").asText())
                .isEqualTo("Lamps");
        assertThat(names(events(anna))).containsExactly("Signed In", "identify", "Product Viewed");
    }

    @Test
    void aMergeWithinABatchComesToTheSame() {
        take(
                track("First").anonymous(named("phone")).at(NOON),
                track("Second").user(named("anna")).at(NOON.plusSeconds(1)),
                track("Third").user(named("anna")).anonymous(named("phone")).at(NOON.plusSeconds(2)),
                track("Fourth").anonymous(named("phone")).at(NOON.plusSeconds(3)));

        assertThat(names(events(id("userId:" + named("anna"))))).containsExactly("Fourth", "Third", "Second", "First");
        assertThat(id("anonymousId:" + named("phone"))).isEqualTo(id("userId:" + named("anna")));
    }

    @Test
    void aChainOfMergesLeadsFromEveryIdToTheOneThatIsLeft() {
        // Given: two visitors with an address in common, and a user
        take(
                identify("{'email':'" + named("anna") + "@example.com'}").anonymous(named("laptop")),
                track("B").anonymous(named("phone")),
                track("C").user(named("anna")));
        UUID laptop = id("anonymousId:" + named("laptop"));
        UUID phone = id("anonymousId:" + named("phone"));

        // When
        takeOneByOne(
                identify("{'email':'" + named("anna") + "@example.com'}").anonymous(named("phone")),
                track("D").user(named("anna")).anonymous(named("phone")));

        // Then
        UUID anna = id("userId:" + named("anna"));
        assertThat(get("/api/profiles/" + laptop).path("id").asText()).isEqualTo(anna.toString());
        assertThat(get("/api/profiles/" + phone).path("id").asText()).isEqualTo(anna.toString());
        assertThat(count("select count(*) from profile where merged_into = $1", anna))
                .isEqualTo(2);
        assertThat(names(events(anna))).hasSize(5);
    }

    @Test
    void twoUsersOfOneTabletStayTwo() {
        takeOneByOne(
                track("A").user(named("anna")).anonymous(named("tablet")).proved(),
                track("B").user(named("bob")).anonymous(named("tablet")).proved(),
                track("C").user(named("anna")).anonymous(named("tablet")).proved());

        assertThat(names(events(id("userId:" + named("anna"))))).containsExactlyInAnyOrder("A", "C");
        assertThat(names(events(id("userId:" + named("bob"))))).containsExactly("B");
        assertThat(id("anonymousId:" + named("tablet"))).isEqualTo(id("userId:" + named("anna")));
    }

    @Test
    void theBackEndsAliasMakesOneOfTwoUsers() {
        takeOneByOne(
                track("A").user(named("old")).backEnd(),
                track("B").user(named("new")).backEnd(),
                alias(named("old")).user(named("new")).backEnd(),
                track("C").user(named("old")).backEnd());

        UUID anna = id("userId:" + named("new"));
        assertThat(id("userId:" + named("old"))).isEqualTo(anna);
        assertThat(names(events(anna))).containsExactlyInAnyOrder("A", "B", "alias", "C");
    }

    @Test
    void anybodysAliasDoesNot() {
        takeOneByOne(
                track("A").user(named("victim")).backEnd(),
                alias(named("victim")).user(named("thief")));

        assertThat(id("userId:" + named("victim"))).isNotEqualTo(id("userId:" + named("thief")));
    }

    @Test
    void aLateTraitDoesNotReplaceANewerOne() {
        takeOneByOne(
                identify("{'plan':'gold','city':'Utrecht'}").user(named("anna")).at(NOON.plusSeconds(60)),
                identify("{'plan':'silver','shoe':43}").user(named("anna")).at(NOON));

        JsonNode profile = profile("userId:" + named("anna"));
        assertThat(profile.path("traits").toString())
                .contains("\"plan\":\"gold\"")
                .contains("\"shoe\":43");
        assertThat(profile.at("/provenance/plan/at").asText())
                .isEqualTo(NOON.plusSeconds(60).toString());
        assertThat(profile.at("/provenance/plan/source").asText()).isEqualTo("web");
    }

    @Test
    void thePublicCannotReplaceAUsersAddressNotEvenThroughAMerge() {
        // Given
        String hers = named("anna") + "@example.com";
        String thiefs = named("thief") + "@example.com";
        take(identify("{'email':'" + hers + "'}").user(named("anna")).backEnd().at(NOON));

        // When
        takeOneByOne(
                identify("{'email':'" + thiefs + "'}").user(named("anna")).at(NOON.plusSeconds(1)),
                identify("{'email':'" + thiefs + "','plan':'gold'}")
                        .anonymous(named("x"))
                        .at(NOON.plusSeconds(2)),
                track("Signed In").user(named("anna")).anonymous(named("x")).at(NOON.plusSeconds(3)));

        // Then
        JsonNode profile = profile("userId:" + named("anna"));
        assertThat(profile.at("/traits/email").asText()).isEqualTo(hers);
        assertThat(profile.at("/traits/plan").asText()).isEqualTo("gold");
        assertThat(exists("email:" + thiefs)).isFalse();
        assertThat(id("anonymousId:" + named("x"))).isEqualTo(id("userId:" + named("anna")));
    }

    @Test
    void aUserWithATokenCanReplaceTheirOwnAddress() {
        takeOneByOne(
                identify("{'email':'" + named("a") + "@example.com'}")
                        .user(named("anna"))
                        .backEnd()
                        .at(NOON),
                identify("{'email':'" + named("b") + "@example.com'}")
                        .user(named("anna"))
                        .proved()
                        .at(NOON.plusSeconds(1)));

        assertThat(profile("userId:" + named("anna")).at("/traits/email").asText())
                .startsWith(named("b"));
    }

    @Test
    void anEventThatNamesNobodyIsRejectedAndClaimsNoId() {
        String id = "m-" + own;

        take(
                track("Nobody").anonymous("00000000").id(id),
                track("Somebody").anonymous(named("phone")).id(id));

        assertThat(names(events(id("anonymousId:" + named("phone"))))).containsExactly("Somebody");
    }

    @Test
    void numbersThatPostgresCannotHoldDoNotStopTheEvent() {
        take(track("Odd", "{'huge':1e999999999,'tiny':1e-999999999,'list':[1e99999]}")
                .anonymous(named("phone")));

        JsonNode event = events(id("anonymousId:" + named("phone"))).get(0);
        assertThat(event.at("/properties/huge").asText()).isEqualTo("1E+999999999");
    }

    @Test
    void eventsOfAnyYearHaveAPlace() {
        take(
                track("Old")
                        .anonymous(named("phone"))
                        .at(Instant.parse("1970-01-01T00:00:00Z"))
                        .imported(),
                track("New").anonymous(named("phone")).at(Instant.parse("2011-12-31T23:59:59.999Z")),
                track("Newer").anonymous(named("phone")).at(Instant.parse("2012-01-01T00:00:00Z")));

        assertThat(names(events(id("anonymousId:" + named("phone"))))).containsExactly("Newer", "New", "Old");
        assertThat(count("select count(*) from event_2011_12 where anonymous_id = $1", named("phone")))
                .isEqualTo(1);
    }

    @Test
    void monthsThatOneBatchBringsTogetherHaveAPartitionEach() {
        take(
                track("One").anonymous(named("phone")).at(Instant.parse("2004-03-31T23:00:00Z")),
                track("Two").anonymous(named("phone")).at(Instant.parse("2004-04-01T01:00:00Z")),
                track("Three").anonymous(named("phone")).at(Instant.parse("2004-05-01T01:00:00Z")));

        for (String partition : List.of("event_2004_03", "event_2004_04", "event_2004_05")) {
            assertThat(count("select count(*) from " + partition + " where anonymous_id = $1", named("phone")))
                    .isEqualTo(1);
        }
    }

    @Test
    void aMonthWhoseEventsLieInTheDefaultPartitionTakesThemAlong() {
        count(
                "with early as (insert into event_default select gen_random_uuid(), gen_random_uuid(), 1, 'track', 'Early', "
                        + "timestamptz '2003-07-15T00:00:00Z', now(), 's', 'm', null, $1, 'live', '{}', '{}' returning 1) "
                        + "select count(*) from early",
                named("phone"));

        take(track("Late").anonymous(named("phone")).at(Instant.parse("2003-07-16T00:00:00Z")));

        assertThat(count("select count(*) from event_2003_07 where anonymous_id = $1", named("phone")))
                .isEqualTo(2);
    }
}

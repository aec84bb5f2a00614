package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.identify;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.Topic;
import io.rapport.platform.caller.Role;
import io.rapport.platform.testing.Eventually;
import io.rapport.platform.testing.TestCallers;
import io.rapport.profile.testing.TopicLog;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An operator takes apart what never was one person. */
@QuarkusTest
class UnmergeTest extends IntakeTestBase {
    private UUID anna;
    private UUID bob;

    /** Two users with a history each. */
    private void twoUsers() {
        take(
                identify("{'plan':'gold','email':'" + named("anna") + "@example.com'}")
                        .user(named("anna"))
                        .anonymous(named("phone"))
                        .proved()
                        .at(NOON),
                track("Product Viewed", "{'category':'Lamps'}")
                        .anonymous(named("phone"))
                        .at(NOON.plusSeconds(1)),
                order("anna", "20").at(NOON.plusSeconds(2)),
                identify("{'plan':'silver','shoe':43}")
                        .user(named("bob"))
                        .anonymous(named("laptop"))
                        .proved()
                        .at(NOON.plusSeconds(3)),
                track("Product Viewed", "{'category':'Beds'}")
                        .anonymous(named("laptop"))
                        .at(NOON.plusSeconds(4)),
                order("bob", "5").at(NOON.plusSeconds(5)));
        anna = id("userId:" + named("anna"));
        bob = id("userId:" + named("bob"));
    }

    private SentEvent order(String who, String revenue) {
        return track("Order Completed", "{'order_id':'" + named(who) + "','revenue':" + revenue + "}")
                .user(named(who))
                .backEnd();
    }

    private void merge() {
        admin().body("{\"with\":\"" + bob + "\"}")
                .post("/api/profiles/" + anna + "/merge")
                .then()
                .statusCode(200);
    }

    private static JsonNode unmerge(UUID profile, Object identity, boolean dryRun) {
        return json(admin().body("{\"identity\":\"" + identity + "\",\"dryRun\":" + dryRun + "}")
                .post("/api/profiles/" + profile + "/unmerge")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static void refuses(UUID profile, Object identity, int status) {
        admin().body("{\"identity\":\"" + identity + "\"}")
                .post("/api/profiles/" + profile + "/unmerge")
                .then()
                .statusCode(status);
    }

    @Test
    void aFormerProfileIsAsItWasWithItsOldIdAndSoIsTheOther() {
        // Given
        twoUsers();
        JsonNode annaBefore = get("/api/profiles/" + anna);
        JsonNode bobBefore = get("/api/profiles/" + bob);
        List<String> bobsEvents = names(events(bob));
        merge();

        // When
        JsonNode done = unmerge(anna, bob, false);

        // Then
        assertThat(done.at("/separated/id").asText()).isEqualTo(bob.toString());
        assertThat(get("/api/profiles/" + anna)).isEqualTo(annaBefore);
        assertThat(get("/api/profiles/" + bob)).isEqualTo(bobBefore);
        assertThat(names(events(bob))).isEqualTo(bobsEvents);
        refuses(anna, bob, 422);
    }

    @Test
    void aDryRunShowsWhatWouldHappenAndDoesNothing() {
        // Given
        twoUsers();
        merge();
        JsonNode before = get("/api/profiles/" + anna);

        // When
        JsonNode shown = unmerge(anna, bob, true);

        // Then
        assertThat(shown.path("dryRun").asBoolean()).isTrue();
        assertThat(shown.at("/separated/events").asInt()).isEqualTo(3);
        assertThat(shown.at("/remaining/events").asInt()).isEqualTo(3);
        assertThat(shown.at("/separated/orders").asInt()).isEqualTo(1);
        assertThat(shown.at("/separated/identities").findValuesAsText("value"))
                .containsExactly(named("bob"), named("laptop"));
        assertThat(shown.path("changedTraits").toString()).isEqualTo("[\"plan\",\"shoe\"]");
        assertThat(get("/api/profiles/" + anna)).isEqualTo(before);
        assertThat(get("/api/profiles/" + bob).path("id").asText()).isEqualTo(anna.toString());
    }

    @Test
    void eventsDoNotFuseThemAgainButAnOperatorMay() {
        // Given
        twoUsers();
        merge();
        unmerge(anna, bob, false);

        // When
        takeOneByOne(
                track("A").user(named("anna")).anonymous(named("laptop")).at(NOON.plusSeconds(60)),
                track("B").anonymous(named("phone")).at(NOON.minusSeconds(60)),
                SentEvent.alias(named("bob")).user(named("anna")).backEnd());

        // Then
        assertThat(id("anonymousId:" + named("laptop"))).isEqualTo(bob);
        assertThat(id("userId:" + named("bob"))).isEqualTo(bob);
        assertThat(names(events(anna))).contains("A", "B");
        merge();
        assertThat(id("anonymousId:" + named("laptop"))).isEqualTo(anna);
        unmerge(anna, bob, false);
        assertThat(id("anonymousId:" + named("laptop"))).isEqualTo(bob);
    }

    @Test
    void aSharedTabletIsTakenOutWithWhatWasDoneOnItAlone() {
        // Given
        takeOneByOne(
                track("Product Viewed", "{'category':'Beds'}")
                        .anonymous(named("tablet"))
                        .context("device", "{'id':'" + named("device") + "'}")
                        .at(NOON),
                identify("{'plan':'gold'}").user(named("anna")).at(NOON.plusSeconds(1)),
                track("Signed In")
                        .user(named("anna"))
                        .anonymous(named("tablet"))
                        .at(NOON.plusSeconds(2)));
        anna = id("userId:" + named("anna"));

        // When
        JsonNode done = unmerge(anna, "anonymousId:" + named("tablet"), false);

        // Then
        UUID tablet = id("anonymousId:" + named("tablet"));
        assertThat(tablet).isNotEqualTo(anna);
        assertThat(done.at("/separated/id").asText()).isEqualTo(tablet.toString());
        assertThat(id("deviceId:" + named("device"))).isEqualTo(tablet);
        assertThat(names(events(tablet))).containsExactly("Product Viewed");
        assertThat(names(events(anna))).containsExactly("Signed In", "identify");
        assertThat(get("/api/profiles/" + anna).at("/computed/favouriteCategories"))
                .isEmpty();
        takeOneByOne(track("Again").user(named("anna")).anonymous(named("tablet")));
        assertThat(id("anonymousId:" + named("tablet"))).isEqualTo(tablet);
    }

    @Test
    void whoSaidNoThemselvesHasSaidNoOnceTheOthersYesIsTheirsAlone() {
        // Given
        takeOneByOne(
                track("A")
                        .user(named("anna"))
                        .consent("{'analytics':true,'marketing':false}")
                        .at(NOON),
                track("B")
                        .user(named("bob"))
                        .consent("{'analytics':true,'marketing':true}")
                        .at(NOON.plusSeconds(9)));
        anna = id("userId:" + named("anna"));
        bob = id("userId:" + named("bob"));
        merge();

        // When
        unmerge(anna, bob, false);

        // Then
        assertThat(marketing(anna)).isFalse();
        assertThat(marketing(bob)).isTrue();
    }

    private boolean marketing(UUID profile) {
        return query("select granted from consent where profile_id = $1 and purpose = 'MARKETING'", profile)
                .get(0)
                .getBoolean(0);
    }

    @Test
    void itIsAnnouncedOnBothKeysAboveEveryMergeAndWithTheEventsThatMoved() {
        // Given
        twoUsers();
        merge();
        try (TopicLog log = follow(Topic.PROFILE_EVENTS)) {
            // When
            unmerge(anna, bob, false);

            // Then
            for (UUID key : List.of(anna, bob)) {
                Eventually.within(
                        SOON, () -> !said(log, key, "profiles-unmerged").isEmpty());
                JsonNode said = said(log, key, "profiles-unmerged").get(0);
                assertThat(said.path("remainingId").asText()).isEqualTo(anna.toString());
                assertThat(said.path("separatedId").asText()).isEqualTo(bob.toString());
                assertThat(said.path("movedEventIds")).hasSize(3);
                assertThat(said.path("sequence").asLong())
                        .isGreaterThan(said(log, key, "profiles-merged")
                                .get(0)
                                .path("sequence")
                                .asLong());
            }
            Eventually.within(
                    SOON, () -> said(log, bob, "consent-changed").toString().contains("unmerge"));
        }
    }

    private static List<JsonNode> said(TopicLog log, UUID key, String kind) {
        return log.jsonOf(key.toString()).stream()
                .filter(event -> event.path("kind").asText().equals(kind))
                .toList();
    }

    @Test
    void refusesWhatIsNotPartOfTheProfileOrAllOfIt() {
        twoUsers();
        refuses(anna, bob, 422);
        refuses(anna, "userId:" + named("bob"), 422);
        refuses(anna, "shoe:43", 400);
        refuses(UUID.randomUUID(), bob, 404);
        take(track("Alone").anonymous(named("alone")));
        refuses(id("anonymousId:" + named("alone")), "anonymousId:" + named("alone"), 422);
        admin().body("{\"identity\":\"userId:x\",\"force\":true}")
                .post("/api/profiles/" + anna + "/unmerge")
                .then()
                .statusCode(400);
        as(TestCallers.operator(Role.ANALYST))
                .body("{\"identity\":\"" + bob + "\"}")
                .post("/api/profiles/" + anna + "/unmerge")
                .then()
                .statusCode(403);
        admin().get("/api/profiles/" + anna).then().body("id", equalTo(anna.toString()));
    }

    @Test
    void nothingOfAnUnmergedPersonIsLeftOnceTheyAreErased() {
        twoUsers();
        merge();
        unmerge(anna, bob, false);
        String names = "select count(*) from identity_cannot_link where $1 in (left_value, right_value)";
        assertThat(count(names, named("laptop"))).isPositive();

        admin().body("{\"type\":\"erase\",\"identity\":\"" + bob + "\"}")
                .post("/api/privacy/requests")
                .then()
                .statusCode(202);

        assertThat(count(names, named("laptop"))).isZero();
        assertThat(exists("userId:" + named("anna"))).isTrue();
        assertThat(exists("userId:" + named("bob"))).isFalse();
    }
}

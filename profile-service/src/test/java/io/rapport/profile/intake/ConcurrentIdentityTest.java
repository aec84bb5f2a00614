package io.rapport.profile.intake;

import static io.rapport.profile.intake.SentEvent.NOON;
import static io.rapport.profile.intake.SentEvent.alias;
import static io.rapport.profile.intake.SentEvent.track;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Merges, unmerges and events of the same few people at once, against PostgreSQL. */
@QuarkusTest
class ConcurrentIdentityTest extends IntakeTestBase {
    private static final int PEOPLE = 6;
    private static final int ROUNDS = 8;
    private static final int LANES = 6;
    private static final int PAIRS = 200;

    @Test
    void nothingIsLostOrInTwoPlacesWhateverMeets() {
        long seed = System.nanoTime();
        System.out.println("ConcurrentIdentityTest seed " + seed);
        List<UUID> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            take(visit(person));
            people.add(id("userId:" + named("user" + person)));
        }

        // When
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Random random = new Random(seed + lane);
                running.add(CompletableFuture.runAsync(() -> act(random, people), lanes));
            }
            running.forEach(CompletableFuture::join);
        } finally {
            lanes.shutdownNow();
        }

        // Then
        check(people, "seed " + seed);
    }

    /** Of what an alias says a visitor was before, nothing is anybody's yet: no profile's lock keeps the two apart. */
    @Test
    void whoseAFormerIdWasIsKnownThoughTheUserComesAtTheSameTime() {
        for (int round = 0; round < PAIRS; round++) {
            String former = named("former" + round);
            SentEvent user = track("Visit").user(former).at(NOON);
            SentEvent alias = alias(former).user(named("now" + round)).at(NOON.plusSeconds(60));

            Uni.join()
                    .all(intake.handle(List.of(user.record())), intake.handle(List.of(alias.record())))
                    .andFailFast()
                    .await()
                    .atMost(SOON);
        }

        assertThat(query("select value from identifier where type = 'anonymousId' and value like $1", "former%" + own))
                .isEmpty();
    }

    private SentEvent visit(int person) {
        return track("Visit")
                .user(named("user" + person))
                .anonymous(named("phone" + person))
                .proved()
                .at(NOON);
    }

    private void act(Random random, List<UUID> people) {
        for (int round = 0; round < ROUNDS; round++) {
            UUID one = people.get(random.nextInt(PEOPLE));
            UUID other = people.get(random.nextInt(PEOPLE));
            switch (random.nextInt(3)) {
                case 0 -> take(List.of(visit(random.nextInt(PEOPLE)), visit(random.nextInt(PEOPLE))));
                case 1 -> done(post(one, "merge", "{\"with\":\"" + other + "\"}"), Set.of(200));
                default -> done(post(one, "unmerge", "{\"identity\":\"" + other + "\"}"), Set.of(200, 422));
            }
        }
    }

    private static Response post(UUID profile, String what, String body) {
        return admin().body(body).post("/api/profiles/" + profile + "/" + what);
    }

    private static void done(Response response, Set<Integer> expected) {
        assertThat(expected).as(response.asString()).contains(response.statusCode());
    }

    private void check(List<UUID> people, String seed) {
        UUID[] ids = people.toArray(UUID[]::new);
        for (int person = 0; person < PEOPLE; person++) {
            UUID owner = id("userId:" + named("user" + person));
            assertThat(id("anonymousId:" + named("phone" + person))).as(seed).isEqualTo(owner);
            assertThat(people).as(seed).contains(owner);
            assertThat(count(
                            "select count(*) from event where user_id = $1 and profile_id <> $2",
                            named("user" + person),
                            owner))
                    .as("%s: events lie where their userId does", seed)
                    .isZero();
        }
        assertThat(count(
                        "select count(*) from profile p join profile s on s.id = p.merged_into "
                                + "where p.id = any($1) and s.merged_into is not null",
                        (Object) ids))
                .as("%s: an old id leads straight to a profile", seed)
                .isZero();
        assertThat(count(
                        "select count(*) from identifier i join profile p on p.id = i.profile_id "
                                + "where p.id = any($1) and p.merged_into is not null",
                        (Object) ids))
                .as("%s: nothing is tied to a profile that is none any more", seed)
                .isZero();
    }
}

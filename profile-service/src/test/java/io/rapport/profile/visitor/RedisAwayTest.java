package io.rapport.profile.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.runtime.datasource.ReactiveRedisDataSourceImpl;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.dev.OwnServer;
import io.rapport.dev.TestServers;
import io.rapport.events.Purpose;
import io.rapport.events.SourceType;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.intake.People;
import io.rapport.profile.testing.ServiceTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same visitors over a Redis of their own, which is stopped and brought back. */
@QuarkusTest
class RedisAwayTest extends ServiceTest {
    private static final Caller BROWSER =
            new Caller(Caller.Kind.VISITOR, "web", "web", SourceType.WEB, null, Set.of(), Set.of());

    @Inject
    Vertx vertx;

    @Inject
    VisitorStore store;

    @Inject
    ConsentGate gate;

    @Inject
    People people;

    private final String phone = "phone-" + UUID.randomUUID();
    private final Identifier key = new Identifier(IdentifierType.ANONYMOUS_ID, phone);
    private OwnServer redis;
    private VisitorCache cache;
    private Visitors visitors;

    @BeforeEach
    void aVisitorComesBy() {
        redis = TestServers.shared().ownRedis();
        Redis client = Redis.createClient(vertx, new RedisOptions().setConnectionString("redis://" + redis.address()));
        cache = new VisitorCache(new ReactiveRedisDataSourceImpl(vertx, client, RedisAPI.api(client)));
        visitors = new Visitors(pool, store, cache, gate);
        people.visits(phone);
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private VisitorView resolve() {
        return visitors.resolve(BROWSER, new VisitorRequest(null, phone))
                .await()
                .atMost(SOON);
    }

    private boolean isHot() {
        return cache.get(key).await().atMost(SOON).isPresent();
    }

    @Test
    void visitorsAreToldFromPostgresWhileRedisIsDownOrHangs() {
        // Given
        assertThat(resolve().known()).isTrue();
        Eventually.within(SOON, this::isHot);

        redis.pause();
        for (int i = 0; i < 20; i++) {
            assertThat(resolve().known()).isTrue();
        }
        redis.resume();
        redis.kill();
        for (int i = 0; i < 20; i++) {
            assertThat(resolve().known()).isTrue();
        }
        redis.start();

        // Then: it is asked again, and filled
        Eventually.within(SOON, () -> resolve().known() && isHot());
    }

    @Test
    void aChangeThatRedisMissedIsRepeatedUntilItHasIt() {
        // Given
        resolve();
        Eventually.within(SOON, this::isHot);
        redis.pause();

        // When
        people.withdraws(phone, "{'personalization':false}");
        visitors.forget(List.of(key)).await().atMost(SOON);

        // Then
        assertThat(resolve().consents()).doesNotContain(Purpose.PERSONALIZATION);
        redis.resume();
        assertThat(resolve().consents()).doesNotContain(Purpose.PERSONALIZATION);
        Eventually.within(SOON, () -> {
            cache.forgetPending().await().atMost(SOON);
            return resolve().consents().equals(Set.of(Purpose.ANALYTICS, Purpose.MARKETING, Purpose.ADVERTISING));
        });
    }

    @Test
    void aReaderOfTheOldStateDoesNotOverwriteAChange() {
        // Given: a reader who read before the change and writes after it
        Visitor old = store.find(pool, key).await().atMost(SOON).orElseThrow();
        people.withdraws(phone, "{'personalization':false}");
        visitors.forget(List.of(key)).await().atMost(SOON);

        cache.put(key, old);

        Eventually.within(SOON, () -> !isHot());
        assertThat(resolve().consents()).doesNotContain(Purpose.PERSONALIZATION);
    }
}

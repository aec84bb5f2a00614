package io.rapport.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.platform.app.PlatformTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest extends PlatformTest {
    private final String effect = UUID.randomUUID().toString();

    @Inject
    Inbox inbox;

    private Uni<Void> handle(List<UUID> events, boolean fails) {
        return pool.withTransaction(transaction -> inbox.claim(transaction, "test", events)
                .chain(fresh -> transaction
                        .preparedQuery("insert into effect (name) select $1 from generate_series(1, $2)")
                        .execute(Tuple.of(effect, fresh.size())))
                .chain(() -> fails
                        ? Uni.createFrom().failure(new IllegalStateException("after the effect"))
                        : Uni.createFrom().voidItem()));
    }

    private long effects() {
        return count("select count(*) from effect where name = $1", effect);
    }

    @Test
    void anEventDeliveredManyTimesAtOnceHasOneEffect() {
        List<UUID> events = List.of(UUID.randomUUID(), UUID.randomUUID());

        Multi.createFrom()
                .range(0, 20)
                .onItem()
                .transformToUni(n -> handle(events, false))
                .merge(8)
                .collect()
                .last()
                .await()
                .atMost(SOON);

        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void anEventWhoseHandlingFailedIsFreshAgain() {
        List<UUID> events = List.of(UUID.randomUUID());

        handle(events, true).onFailure().recoverWithNull().await().atMost(SOON);
        assertThat(effects()).isZero();
        handle(events, false).await().atMost(SOON);

        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void eachConsumerHandlesAnEventForItself() {
        UUID event = UUID.randomUUID();

        Set<UUID> first =
                inbox.claim(pool, "one", List.of(event, event)).await().atMost(SOON);
        Set<UUID> second = inbox.claim(pool, "two", List.of(event)).await().atMost(SOON);
        Set<UUID> again = inbox.claim(pool, "one", List.of(event)).await().atMost(SOON);

        assertThat(first).containsExactly(event);
        assertThat(second).containsExactly(event);
        assertThat(again).isEmpty();
        assertThat(inbox.claim(pool, "one", List.of()).await().atMost(SOON)).isEmpty();
    }

    @Test
    void eventsAreForgottenAfterEightDays() {
        // Given
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        inbox.claim(pool, "sweep", List.of(old, young)).await().atMost(SOON);
        String age = "update inbox set handled_at = handled_at - $2::text::interval where event_id = $1";
        query(age, old, "193 hours");
        query(age, young, "191 hours");

        // When
        inbox.sweep(pool).await().atMost(SOON);

        // Then
        assertThat(query("select event_id from inbox where consumer = 'sweep'"))
                .extracting(row -> row.getUUID(0))
                .containsExactly(young);
    }
}

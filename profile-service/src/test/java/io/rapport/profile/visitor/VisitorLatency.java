package io.rapport.profile.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.SourceType;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.testing.Eventually;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.intake.People;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How long it takes to tell who a visitor is: {@code mvn -pl profile-service test -Dtest=VisitorLatency}. */
@QuarkusTest
class VisitorLatency extends ServiceTest {
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 5_000;
    private static final Caller BROWSER =
            new Caller(Caller.Kind.VISITOR, "web", "web", SourceType.WEB, null, Set.of(), Set.of());

    @Inject
    Visitors visitors;

    @Inject
    VisitorCache cache;

    @Inject
    VisitorStore store;

    @Inject
    People people;

    @Test
    void measure() {
        String phone = "phone-" + UUID.randomUUID();
        Identifier key = new Identifier(IdentifierType.ANONYMOUS_ID, phone);
        people.visits(phone);
        Eventually.within(
                SOON,
                () -> visitors.resolve(BROWSER, new VisitorRequest(null, phone))
                                .await()
                                .atMost(SOON)
                                .known()
                        && cache.get(key).await().atMost(SOON).isPresent());

        report(
                "Redis",
                () -> visitors.resolve(BROWSER, new VisitorRequest(null, phone))
                        .await()
                        .atMost(SOON)
                        .known());
        report("PostgreSQL", () -> store.find(pool, key).await().atMost(SOON).isPresent());
    }

    private static void report(String from, Supplier<Boolean> call) {
        long[] nanos = new long[CALLS];
        for (int i = -WARM_UP; i < CALLS; i++) {
            long start = System.nanoTime();
            assertThat(call.get()).isTrue();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "visitor from %s: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms%n",
                from, nanos[CALLS / 2] / 1e6, nanos[CALLS * 9 / 10] / 1e6, nanos[CALLS * 99 / 100] / 1e6);
    }
}

package io.rapport.benchmarks.segments;

import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.benchmarks.load.FixedRate;
import io.rapport.benchmarks.load.Outcome;
import io.rapport.benchmarks.load.Target;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * How long profile-service takes to say who a visitor is ({@code POST /internal/visitors/resolve}, with which every {@code
 * decide} begins): a visitor's first read comes from PostgreSQL and puts them into Redis for a minute, the next from there.
 */
final class VisitorReads {
    private static final int PER_SECOND = 100;

    private final Vertx vertx;
    private final ProfileApi profiles;
    private final String namesBegin;
    private final int visitors;

    VisitorReads(Vertx vertx, ProfileApi profiles, String namesBegin, int visitors) {
        this.vertx = vertx;
        this.profiles = profiles;
        this.namesBegin = namesBegin;
        this.visitors = visitors;
    }

    /** Reads every one of them once. */
    Outcome run() throws InterruptedException {
        Target target = new Target(
                "localhost",
                profiles.port(),
                "/internal/visitors/resolve",
                Map.of("Authorization", profiles.token().server()));
        return new FixedRate(vertx, target, PER_SECOND)
                .run(Math.max(1, visitors / PER_SECOND), number -> body(number % visitors));
    }

    private Buffer body(long number) {
        return Buffer.buffer("{\"anonymousId\":\"" + namesBegin + number + "\"}");
    }
}

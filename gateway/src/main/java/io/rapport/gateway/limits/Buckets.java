package io.rapport.gateway.limits;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A bucket for each of many callers; when there are too many of them, all begin anew. */
final class Buckets {
    private static final int MOST = 10_000;

    private final long perSecond;
    private final long burst;
    private final LongSupplier nanos;
    private final Map<String, TokenBucket> byName = new ConcurrentHashMap<>();

    Buckets(long perSecond, long burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes so many tokens, or throws a 429 that says when to come again; taking 0 only asks. */
    void take(String name, long wanted) {
        long now = nanos.getAsLong();
        long wait = bucket(name, now).take(wanted, now);
        if (wait > 0) {
            throw tooMany(wait);
        }
    }

    private TokenBucket bucket(String name, long now) {
        TokenBucket known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (byName.size() >= MOST) {
            byName.clear();
        }
        return byName.computeIfAbsent(name, key -> new TokenBucket(perSecond, burst, now));
    }

    private static Problem tooMany(long waitNanos) {
        long seconds = Math.max(1, (waitNanos + 999_999_999L) / TimeUnit.SECONDS.toNanos(1));
        return Problem.of(CommonProblem.RATE_LIMITED, "Too many requests; try again in " + seconds + " s.")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}

package io.rapport.gateway.limits;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A bucket for each of many callers; when there are too many of them, the one that came first begins anew. */
final class Buckets {
    static final int MOST = 10_000;

    private final long perSecond;
    private final long burst;
    private final LongSupplier nanos;
    private final Map<String, TokenBucket> byName = new ConcurrentHashMap<>();
    private final Queue<String> inOrder = new ConcurrentLinkedQueue<>();

    Buckets(long perSecond, long burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes so many tokens, or throws a 429 that says when to come again; taking 0 only asks. */
    void take(String name, long wanted) {
        long now = nanos.getAsLong();
        TokenBucket known = byName.get(name);
        long wait = (known == null ? added(name, now) : known).take(wanted, now);
        if (wait > 0) {
            throw tooMany(wait);
        }
    }

    /** Throws that 429 where nothing is left; somebody new has all. */
    void ask(String name) {
        TokenBucket known = byName.get(name);
        long wait = known == null ? 0 : known.take(0, nanos.getAsLong());
        if (wait > 0) {
            throw tooMany(wait);
        }
    }

    private TokenBucket added(String name, long now) {
        TokenBucket bucket = byName.computeIfAbsent(name, key -> {
            inOrder.add(key);
            return new TokenBucket(perSecond, burst, now);
        });
        makeRoom();
        return bucket;
    }

    private void makeRoom() {
        while (byName.size() > MOST) {
            String oldest = inOrder.poll();
            if (oldest == null) {
                return;
            }
            byName.remove(oldest);
        }
    }

    private static Problem tooMany(long waitNanos) {
        long seconds = Math.max(1, (waitNanos + 999_999_999L) / TimeUnit.SECONDS.toNanos(1));
        return Problem.of(CommonProblem.RATE_LIMITED, "Too many requests; try again in " + seconds + " s.")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}

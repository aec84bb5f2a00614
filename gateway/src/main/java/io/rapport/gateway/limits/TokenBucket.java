package io.rapport.gateway.limits;

import java.util.concurrent.TimeUnit;

/**
 * A token bucket that may go into debt: whoever finds any token may take as many as it needs, and the next one waits until
 * the debt is paid. So a batch larger than the bucket is possible, and the rate holds in the mean.
 */
final class TokenBucket {
    private final double perNano;
    private final double most;
    private double tokens;
    private long filledAt;

    TokenBucket(long perSecond, long burst, long nanos) {
        this.perNano = perSecond / (double) TimeUnit.SECONDS.toNanos(1);
        this.most = burst;
        this.tokens = burst;
        this.filledAt = nanos;
    }

    /** Takes so many tokens and returns 0, or takes none and returns the nanoseconds until there is one. */
    synchronized long take(long wanted, long nanos) {
        tokens = Math.min(most, tokens + (nanos - filledAt) * perNano);
        filledAt = nanos;
        if (tokens < 1) {
            return (long) Math.ceil((1 - tokens) / perNano);
        }
        tokens -= wanted;
        return 0;
    }
}

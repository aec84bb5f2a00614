package io.rapport.gateway.http;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies may be in memory while they come in, over all requests. */
final class ReadingBudget {
    private final long most;
    private final AtomicLong used = new AtomicLong();

    ReadingBudget(long most) {
        this.most = most;
    }

    /** Takes so many bytes, or none. */
    boolean take(long bytes) {
        if (used.addAndGet(bytes) <= most) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }
}

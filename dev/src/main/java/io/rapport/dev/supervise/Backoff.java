package io.rapport.dev.supervise;

import java.time.Duration;

/** How long to wait before a process is started again: doubled with each end in a row. */
record Backoff(Duration first, Duration longest) {
    Duration delay(int endsInARow) {
        long factor = 1L << Math.min(endsInARow - 1, 20);
        Duration delay = first.multipliedBy(factor);
        return delay.compareTo(longest) < 0 ? delay : longest;
    }
}

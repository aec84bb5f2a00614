package io.rapport.campaign.one;

import java.time.Instant;
import java.util.function.Supplier;

/** Sleeps, prints, and tells the time in more ways than one. */
class LateStore {
    void store() throws InterruptedException {
        Thread.sleep(1);
        Supplier<Instant> clock = Instant::now;
        System.out.println(clock.get());
    }

    long millis() {
        return System.currentTimeMillis();
    }
}

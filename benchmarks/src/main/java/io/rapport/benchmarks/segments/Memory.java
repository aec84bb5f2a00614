package io.rapport.benchmarks.segments;

import java.util.concurrent.locks.LockSupport;

/** The most memory that the service had from here on, looked at four times a second. */
final class Memory implements AutoCloseable {
    private static final long PAUSE_NANOS = 250_000_000L;

    private final Thread sampler;
    private volatile double peak;
    private volatile boolean stopped;

    Memory(House house) {
        this.sampler = new Thread(() -> sample(house), "memory");
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample(House house) {
        while (!stopped) {
            peak = Math.max(peak, house.serviceMegabytes());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    double peakMegabytes() {
        return peak;
    }

    @Override
    public void close() {
        stopped = true;
    }
}

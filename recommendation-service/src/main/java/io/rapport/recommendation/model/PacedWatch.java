package io.rapport.recommendation.model;

import io.rapport.platform.clock.SystemTime;
import io.rapport.recommendation.config.RecommendationConfig;
import io.rapport.recommendation.session.FittingWatch;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;

/**
 * Keeps a fitting from what it must not do: take more than its share of a core away from visitors' answers (thread
 * priorities mean nothing to a JVM on Linux, so it rests in between), more than its CPU time in all, or go on after its
 * thread was interrupted. Tells from time to time how far it is.
 */
@SystemTime("work and rest of a thread")
final class PacedWatch implements FittingWatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double LEAST_SHARE = 0.01;
    private static final long SLICE_NANOS = Duration.ofMillis(5).toNanos();
    private static final long NEWS_NANOS = Duration.ofSeconds(5).toNanos();

    private final RecommendationConfig.Ranker config;
    private final DoubleConsumer news;
    private final double restPerWork;
    private final long beganCpu = THREADS.getCurrentThreadCpuTime();
    private Duration prepared = Duration.ZERO;
    private long slice = System.nanoTime();
    private long told = slice;

    /** For the thread that it is made on. */
    PacedWatch(RecommendationConfig.Ranker config, DoubleConsumer news) {
        this.config = config;
        this.news = news;
        this.restPerWork = 1 / Math.max(LEAST_SHARE, config.share()) - 1;
    }

    @Override
    public boolean goesOn(double progress) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        long worked = System.nanoTime() - slice;
        if (worked >= SLICE_NANOS) {
            tell(progress);
            LockSupport.parkNanos((long) (worked * restPerWork));
            slice = System.nanoTime();
        }
        prepared = prepared.isZero() ? cpu() : prepared;
        return cpu().minus(prepared).compareTo(config.cpu()) < 0;
    }

    /** What the thread has worked since. */
    Duration cpu() {
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - beganCpu);
    }

    private void tell(double progress) {
        if (System.nanoTime() - told >= NEWS_NANOS) {
            news.accept(progress);
            told = System.nanoTime();
        }
    }
}

package io.rapport.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at a fixed rate, whether the ones before them were answered or not; latency counts from the moment a request was
 * due, so a stall is not hidden (coordinated omission).
 */
public final class FixedRate {
    private final Vertx vertx;
    private final Target target;
    private final int perSecond;

    public FixedRate(Vertx vertx, Target target, int perSecond) {
        this.vertx = vertx;
        this.target = target;
        this.perSecond = perSecond;
    }

    public Outcome run(int seconds, LongFunction<Buffer> bodies) throws InterruptedException {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(64).setMaxWaitQueueSize(perSecond * 10));
        HttpCall call = new HttpCall(client, target);
        int requests = perSecond * seconds;
        AtomicLong accepted = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        Histogram latency = new ConcurrentHistogram(3);
        CountDownLatch done = new CountDownLatch(requests);
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            call.post(bodies.apply(i), status -> {
                (status == 200 ? accepted : refused).incrementAndGet();
                latency.recordValue(Math.max(0, (System.nanoTime() - due) / 1000));
                done.countDown();
            });
        }
        done.await(60, TimeUnit.SECONDS);
        double took = (System.nanoTime() - start) / 1e9;
        client.close();
        return new Outcome(accepted.get(), refused.get(), took, latency);
    }
}

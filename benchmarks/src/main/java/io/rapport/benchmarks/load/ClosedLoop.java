package io.rapport.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** As many requests as a fixed number of connections can carry, each sent when the one before it has been answered. */
final class ClosedLoop {
    private final Vertx vertx;
    private final Target target;
    private final int connections;

    ClosedLoop(Vertx vertx, Target target, int connections) {
        this.vertx = vertx;
        this.target = target;
        this.connections = connections;
    }

    Outcome run(double seconds, LongFunction<Buffer> bodies) throws InterruptedException {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections));
        Run run = new Run(new HttpCall(client, target), bodies, System.nanoTime() + (long) (seconds * 1e9));
        long start = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            run.next();
        }
        run.done.await((long) seconds + 60, TimeUnit.SECONDS);
        double took = (System.nanoTime() - start) / 1e9;
        client.close();
        return new Outcome(run.accepted.get(), run.refused.get(), took, run.latency);
    }

    private final class Run {
        private final HttpCall call;
        private final LongFunction<Buffer> bodies;
        private final long end;
        private final AtomicLong number = new AtomicLong();
        private final AtomicLong accepted = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final Histogram latency = new ConcurrentHistogram(3);
        private final CountDownLatch done = new CountDownLatch(connections);

        private Run(HttpCall call, LongFunction<Buffer> bodies, long end) {
            this.call = call;
            this.bodies = bodies;
            this.end = end;
        }

        private void next() {
            long start = System.nanoTime();
            if (start >= end) {
                done.countDown();
                return;
            }
            call.post(bodies.apply(number.getAndIncrement()), status -> {
                (status == 200 ? accepted : refused).incrementAndGet();
                latency.recordValue((System.nanoTime() - start) / 1000);
                next();
            });
        }
    }
}

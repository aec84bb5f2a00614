package io.rapport.gateway.load;

import io.rapport.gateway.tracking.LoadBodies;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Sends batches of 100 events as fast as they are acknowledged, then 300 decide requests a second, to a packaged gateway on
 * this machine, and prints what came of it and what it cost the gateway's process.
 */
public final class GatewayLoad {
    private static final int LANES = 8;
    private static final int RATE = 300;

    /** The first ones warm the gateway up. */
    private static final int ROUNDS = Integer.getInteger("rounds", 4);

    private static final Duration RUN = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final PackagedGateway gateway;
    private final HttpClient client;
    private final Map<Integer, Integer> byStatus = new ConcurrentHashMap<>();

    private GatewayLoad(Vertx vertx, PackagedGateway gateway) {
        this.vertx = vertx;
        this.gateway = gateway;
        this.client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64));
    }

    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx();
        String services = "http://localhost:" + StubOfServices.start(vertx);
        try (PackagedGateway gateway = new PackagedGateway(services)) {
            GatewayLoad load = new GatewayLoad(vertx, gateway);
            load.awaitReady();
            for (int round = 0; round < ROUNDS; round++) {
                load.track();
            }
            for (int round = 0; round < ROUNDS; round++) {
                load.decide();
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (await(post("/v1/page", Buffer.buffer("{\"anonymousId\":\"a\"}")).otherwise(0)) != 200) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The gateway is not ready: see target/load-gateway.log");
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private Future<Integer> post(String path, Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("localhost")
                .setPort(gateway.port())
                .setURI(path)
                .putHeader("X-Write-Key", PackagedGateway.WRITE_KEY);
        return client.request(options)
                .compose(request -> request.send(body))
                .compose(answer -> answer.body().map(read -> answer.statusCode()));
    }

    private void track() {
        Duration before = gateway.cpu();
        long start = System.nanoTime();
        long end = start + RUN.toNanos();
        AtomicLong events = new AtomicLong();
        Future.join(IntStream.range(0, LANES)
                        .mapToObj(lane -> batches(end, events))
                        .toList())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = gateway.cpu().minus(before).toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "track: %,.0f events/s accepted, gateway used %.2f cores, %.1f µs an event, answers %s%n",
                events.get() / seconds,
                cpu / seconds,
                cpu * 1e6 / events.get(),
                byStatus);
    }

    private Future<Void> batches(long end, AtomicLong events) {
        if (System.nanoTime() > end) {
            return Future.succeededFuture();
        }
        return post("/v1/batch", LoadBodies.batch()).otherwise(0).compose(status -> {
            events.addAndGet(status == 200 ? LoadBodies.EVENTS : 0);
            byStatus.merge(status, 1, Integer::sum);
            return batches(end, events);
        });
    }

    private void decide() {
        int total = RATE * (int) RUN.toSeconds();
        long[] micros = new long[total];
        Duration before = gateway.cpu();
        Promise<Void> all = Promise.promise();
        vertx.runOnContext(begin -> tick(System.nanoTime(), 0, micros, new AtomicInteger(total), all));
        await(all.future());
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "decide at %d/s: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms, gateway used %.2f cores%n",
                RATE,
                micros[total / 2] / 1e3,
                micros[total * 9 / 10] / 1e3,
                micros[total * 99 / 100] / 1e3,
                micros[total - 1] / 1e3,
                gateway.cpu().minus(before).toMillis() / 1e3 / RUN.toSeconds());
    }

    /** Sends what is due by now; latencies count from when a request was due, late or not. */
    private void tick(long start, int first, long[] micros, AtomicInteger open, Promise<Void> all) {
        int next = first;
        while (next < micros.length && start + next * 1_000_000_000L / RATE <= System.nanoTime()) {
            int number = next++;
            post("/v1/decide", LoadBodies.decide(number)).onComplete(answer -> {
                micros[number] = (System.nanoTime() - start - number * 1_000_000_000L / RATE) / 1_000;
                if (open.decrementAndGet() == 0) {
                    all.complete();
                }
            });
        }
        int following = next;
        if (next < micros.length) {
            vertx.setTimer(1, id -> tick(start, following, micros, open, all));
        }
    }
}

package io.rapport.benchmarks.fault;

import io.rapport.benchmarks.house.HouseAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shop that goes on sending while parts of the house die. It remembers what was acknowledged; what was not it sends again
 * with the same messageIds, as the SDKs do, so duplicates on the way are part of the test.
 */
final class Sender implements Runnable {
    private static final int BATCH = 20;
    private static final int ATTEMPTS = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI batch;
    private final String authorization;
    private final String run;
    private final int batchesPerSecond;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong retries = new AtomicLong();
    private volatile boolean stopped;

    Sender(HouseAccess house, String run, int batchesPerSecond) {
        this.batch = house.gateway().resolve("/v1/batch");
        this.authorization = house.publicAuthorization();
        this.run = run;
        this.batchesPerSecond = batchesPerSecond;
    }

    Set<String> acknowledged() {
        return new HashSet<>(acknowledged);
    }

    long retries() {
        return retries.get();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        for (long number = 0; !stopped; number++) {
            deliver(number);
            LockSupport.parkNanos(start + number * 1_000_000_000L / batchesPerSecond - System.nanoTime());
        }
    }

    private void deliver(long number) {
        String body = body(number);
        for (int attempt = 0; attempt < ATTEMPTS && !post(body); attempt++) {
            retries.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String messageId(long number, int index) {
        return run + "-" + number + "-" + index;
    }

    private String body(long number) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"" + run + "-"
                        + (number * BATCH + i) % 500
                        + "\",\"messageId\":\"" + messageId(number, i) + "\",\"timestamp\":\"" + Instant.now()
                        + "\",\"properties\":{\"product_id\":\"p-" + i + "\"}}")
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }

    private boolean post(String body) {
        HttpRequest request = HttpRequest.newBuilder(batch)
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            boolean taken =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            if (taken) {
                remember(body);
            }
            return taken;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void remember(String body) {
        int from = body.indexOf("\"messageId\":\"");
        while (from >= 0) {
            int start = from + "\"messageId\":\"".length();
            acknowledged.add(body.substring(start, body.indexOf('"', start)));
            from = body.indexOf("\"messageId\":\"", start);
        }
    }
}

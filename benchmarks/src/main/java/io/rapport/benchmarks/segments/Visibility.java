package io.rapport.benchmarks.segments;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.benchmarks.house.ProfileApi;
import io.rapport.benchmarks.house.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long after the gateway's 200 an event's membership shows in what {@code decide} is told of the visitor. A visitor who is
 * known, and whom Redis holds, does what a segment asks for; then they are asked about every few milliseconds.
 */
final class Visibility {
    static final String SEGMENT = "probe";
    static final String CONDITION = "{\"event\":\"Loyalty Card Scanned\",\"count\":{\"gte\":1},\"within\":\"P30D\"}";
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString((Surroundings.WRITE_KEY + ":").getBytes(StandardCharsets.US_ASCII));
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final int THREADS = 16;

    private final URI gateway;
    private final ProfileApi profiles;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Histogram micros = new ConcurrentHistogram(3);
    private final AtomicInteger unseen = new AtomicInteger();

    /** @param gateway where a single event is sent to */
    Visibility(URI gateway, ProfileApi profiles) {
        this.gateway = gateway;
        this.profiles = profiles;
    }

    /** So many visitors a second, each once. */
    Histogram run(int visitors, int perSecond, String namesBegin) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        for (int i = 0; i < visitors; i++) {
            String visitor = namesBegin + i;
            threads.execute(() -> probe(visitor));
            LockSupport.parkNanos(start + (i + 1) * 1_000_000_000L / perSecond - System.nanoTime());
        }
        threads.shutdown();
        threads.awaitTermination(visitors * LONGEST.toSeconds(), TimeUnit.SECONDS);
        return micros;
    }

    int unseen() {
        return unseen.get();
    }

    private void probe(String visitor) {
        profiles.visitor(visitor);
        send(visitor, "Loyalty Card Scanned");
        long acknowledged = System.nanoTime();
        while (!isMember(visitor)) {
            if (System.nanoTime() - acknowledged > LONGEST.toNanos()) {
                unseen.incrementAndGet();
                break;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        micros.recordValue((System.nanoTime() - acknowledged) / 1000);
    }

    private boolean isMember(String visitor) {
        for (JsonNode segment : profiles.visitor(visitor).path("segments")) {
            if (segment.asText().equals(SEGMENT)) {
                return true;
            }
        }
        return false;
    }

    /** Makes these visitors known. */
    void introduce(int visitors, String namesBegin) {
        for (int i = 0; i < visitors; i++) {
            send(namesBegin + i, "Product Viewed");
        }
    }

    private void send(String visitor, String event) {
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .timeout(LONGEST)
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"event\":\"" + event + "\",\"anonymousId\":\"" + visitor
                        + "\",\"messageId\":\"" + visitor + event.replace(' ', '-') + "\",\"timestamp\":\""
                        + Instant.now() + "\",\"properties\":{}}"))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The gateway refused an event: " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

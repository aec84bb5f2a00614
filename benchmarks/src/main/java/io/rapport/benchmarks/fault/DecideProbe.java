package io.rapport.benchmarks.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.benchmarks.house.HouseAccess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** Asks {@code decide} again and again and keeps, per phase, what the answers were. */
final class DecideProbe implements Runnable {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpRequest request;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Phase> phases = new TreeMap<>();
    private volatile String phase = "before";
    private volatile boolean stopped;

    /** What was answered while one part was away. */
    static final class Phase {
        final Map<Integer, Integer> statuses = new TreeMap<>();
        final Map<String, Integer> degraded = new TreeMap<>();
        final List<Long> micros = new ArrayList<>();
    }

    DecideProbe(HouseAccess house, String userId) {
        this.request = HttpRequest.newBuilder(house.gateway().resolve("/v1/decide"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", house.serverAuthorization())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"userId\":\"" + userId + "\",\"placements\":[\"home.top-picks\",\"home.recently-viewed\"]}"))
                .build();
    }

    void enter(String name) {
        phase = name;
    }

    void stop() {
        stopped = true;
    }

    synchronized Map<String, Phase> phases() {
        return new TreeMap<>(phases);
    }

    @Override
    public void run() {
        while (!stopped) {
            ask();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Counts for the phase in which it ends: what a kill breaks off began before it. */
    private void ask() {
        long start = System.nanoTime();
        int status = 0;
        String body = "";
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            status = response.statusCode();
            body = response.body();
        } catch (IOException e) {
            body = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        record(phase, status, body, (System.nanoTime() - start) / 1000);
    }

    private synchronized void record(String during, int status, String body, long micros) {
        Phase seen = phases.computeIfAbsent(during, name -> new Phase());
        seen.statuses.merge(status, 1, Integer::sum);
        seen.micros.add(micros);
        if (status == 200) {
            degraded(body).forEach(part -> seen.degraded.merge(part, 1, Integer::sum));
        }
    }

    private static List<String> degraded(String body) {
        try {
            List<String> parts = new ArrayList<>();
            for (JsonNode part : JSON.readTree(body).path("degraded")) {
                parts.add(part.asText());
            }
            return parts;
        } catch (IOException e) {
            return List.of("(no JSON)");
        }
    }
}

package io.rapport.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.benchmarks.house.HouseAccess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The state of recommendation-service's models. */
final class Models {
    /** Nothing is built for so long: what the latest events are worth has been learned. */
    private static final Duration REST = Duration.ofSeconds(45);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final HouseAccess house;

    Models(HouseAccess house) {
        this.house = house;
    }

    /** Returns once no model has changed for a while. */
    void awaitRest() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Instant since = Instant.now();
        String last = "";
        while (Duration.between(since, Instant.now()).compareTo(REST) < 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Models are still built after " + PATIENCE);
            }
            String now = state();
            if (!now.equals(last)) {
                last = now;
                since = Instant.now();
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private String state() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(house.gateway().resolve("/api/models"))
                .header("Authorization", house.serverAuthorization())
                .build();
        JsonNode model = new ObjectMapper()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .at("/items/0");
        return model.path("version") + " " + model.path("state") + " " + model.path("progress");
    }
}

package io.rapport.benchmarks.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.dev.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What profile-service answers to operators and to the gateway, asked of it directly. */
public final class ProfileApi {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;
    private final InternalToken token;

    public ProfileApi(int port, InternalToken token) {
        this.port = port;
        this.token = token;
    }

    public InternalToken token() {
        return token;
    }

    public int port() {
        return port;
    }

    /** Creates or replaces a segment that answers to visitors name. */
    public void putSegment(String id, String condition) {
        String body = "{\"name\":\"" + id + "\",\"public\":true,\"condition\":" + condition + "}";
        HttpResponse<String> answer = send(request("/api/segments/" + id)
                .header("Authorization", token.operator())
                .PUT(BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(id + " was refused: " + answer.body() + "\n" + condition);
        }
    }

    /** Returns once everybody was looked at for this segment, and so for all that were put before it. */
    public void awaitReady(String segment) {
        boolean isReady = Deadline.after(PATIENCE)
                .await(() ->
                        get("/api/segments/" + segment).path("state").asText().equals("ready"));
        if (!isReady) {
            throw new IllegalStateException(segment + " is still backfilling after " + PATIENCE);
        }
    }

    /** The profile that goes by an identity; a missing node where there is none. */
    public JsonNode profile(String identity) {
        return get("/api/profiles?identity=" + URLEncoder.encode(identity, StandardCharsets.UTF_8))
                .path("items")
                .path(0);
    }

    public JsonNode get(String path) {
        return read(send(
                request(path).header("Authorization", token.operator()).GET().build()));
    }

    /** Who a visitor is, as {@code decide} is told before anything else. */
    public JsonNode visitor(String anonymousId) {
        return read(send(request("/internal/visitors/resolve")
                .header("Authorization", token.server())
                .POST(BodyPublishers.ofString("{\"anonymousId\":\"" + anonymousId + "\"}"))
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

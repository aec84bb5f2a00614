package io.rapport.dev.imports.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Talks to the gateway with a server key. */
final class GatewayClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI gateway;
    private final String serverKey;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    GatewayClient(URI gateway, String serverKey, InstantSource clock) {
        this.gateway = gateway;
        this.serverKey = serverKey;
        this.clock = clock;
    }

    /** The answer; a {@link Stopped} where neither time nor another batch would help. */
    Answer send(Payload payload) throws InterruptedException {
        try {
            return read(client.send(request(payload), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new Answer.Again(gateway + " cannot be reached: " + reason(e), Optional.empty());
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private HttpRequest request(Payload payload) {
        return HttpRequest.newBuilder(gateway.resolve(payload.path()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + serverKey)
                .header("Content-Type", payload.contentType())
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(payload.gzipped()))
                .build();
    }

    private Answer read(HttpResponse<String> response) {
        int status = response.statusCode();
        return switch (status) {
            case 200, 201, 202, 204 -> new Answer.Taken(response.body());
            case 400, 413, 422 -> new Answer.Unfit(ProblemText.of(response));
            case 401, 403 ->
                throw new Stopped("The gateway does not accept the server key: " + ProblemText.of(response));
            case 408, 425, 429 -> again(response);
            default -> {
                if (status >= 500) {
                    yield again(response);
                }
                throw new Stopped(gateway + " answers " + ProblemText.of(response) + ": is it a gateway of Rapport?");
            }
        };
    }

    private Answer again(HttpResponse<String> response) {
        return new Answer.Again(
                "the gateway answers " + ProblemText.of(response), RetryAfter.of(response.headers(), clock.instant()));
    }
}

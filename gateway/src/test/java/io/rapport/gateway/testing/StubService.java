package io.rapport.gateway.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service that says what a test wants it to say, late, wrongly or not at all; and remembers what it was asked. */
public final class StubService {
    /** What the service was asked; header names are case-insensitive. */
    public record Seen(String method, String uri, Map<String, String> headers, String body) {}

    /** What it answers, so many milliseconds later. */
    public record Reply(int status, Map<String, String> headers, String body, long delayMillis) {
        public static Reply json(int status, String body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), body, 0);
        }

        public Reply late(long millis) {
            return new Reply(status, headers, body, millis);
        }
    }

    private final Vertx vertx;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Function<Seen, Reply> behaviour = StubService::nothing;
    private @Nullable HttpServer server;
    private int port;

    StubService(Vertx vertx) {
        this.vertx = vertx;
        back();
    }

    public int port() {
        return port;
    }

    public List<Seen> seen() {
        return seen;
    }

    /** From now on it answers so. */
    public void answers(Function<Seen, Reply> newBehaviour) {
        behaviour = newBehaviour;
    }

    /** Forgets what it was told to answer and what it was asked, and is there. */
    public void reset() {
        behaviour = StubService::nothing;
        seen.clear();
        back();
    }

    /** Nobody listens any more, and open connections break. */
    public synchronized void away() {
        if (server != null) {
            server.close().toCompletionStage().toCompletableFuture().join();
            server = null;
        }
    }

    /** Listens, on the same port as before. */
    public synchronized void back() {
        if (server == null) {
            server = vertx.createHttpServer()
                    .requestHandler(this::handle)
                    .listen(port)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            port = server.actualPort();
        }
    }

    private static Reply nothing(Seen asked) {
        return Reply.json(404, "{}");
    }

    private void handle(HttpServerRequest request) {
        request.bodyHandler(body -> {
            Seen one = seen(request, body);
            seen.add(one);
            Reply reply = behaviour.apply(one);
            if (reply.delayMillis() > 0) {
                vertx.setTimer(reply.delayMillis(), id -> answer(request.response(), reply));
            } else {
                answer(request.response(), reply);
            }
        });
    }

    private static Seen seen(HttpServerRequest request, Buffer body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        return new Seen(request.method().name(), request.uri(), headers, body.toString());
    }

    private static void answer(HttpServerResponse response, Reply reply) {
        if (!response.closed()) {
            reply.headers().forEach(response::putHeader);
            response.setStatusCode(reply.status()).end(reply.body());
        }
    }
}

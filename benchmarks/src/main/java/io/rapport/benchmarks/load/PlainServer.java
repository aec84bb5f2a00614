package io.rapport.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The baseline of HTTP: a plain Vert.x server on one event loop that reads a body and answers 200. */
final class PlainServer implements AutoCloseable {
    private final HttpServer server;

    PlainServer(Vertx vertx) throws InterruptedException, ExecutionException {
        this.server = vertx.createHttpServer()
                .requestHandler(request ->
                        request.body().onSuccess(body -> request.response().end("{\"success\":true}")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    Target target() {
        return new Target("127.0.0.1", server.actualPort(), "/", Map.of());
    }

    @Override
    public void close() {
        server.close();
    }
}

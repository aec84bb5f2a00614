package io.rapport.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.function.IntConsumer;

/** One POST and its status; a connection that fails counts as status 0. */
final class HttpCall {
    private final HttpClient client;
    private final Target target;

    HttpCall(HttpClient client, Target target) {
        this.client = client;
        this.target = target;
    }

    void post(Buffer body, IntConsumer answered) {
        client.request(HttpMethod.POST, target.port(), target.host(), target.path())
                .compose(request -> send(request, body))
                .compose(response -> response.end().map(response.statusCode()))
                .onComplete(status -> answered.accept(status.succeeded() ? status.result() : 0));
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        target.headers().forEach(request::putHeader);
        return request.putHeader("Content-Type", "application/json").send(body);
    }
}

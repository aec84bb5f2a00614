package io.rapport.gateway.backend;

import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.ServicesConfig;
import io.rapport.platform.caller.Caller;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Connections to the services; bounded, and what waits for one is bounded too. What is handed on has connections of its own, so
 * that no crowd of slow requests takes those by which pages are decided.
 */
@ApplicationScoped
public class Backends {
    /** What a service answered. */
    public record Answer(int status, Buffer body) {}

    private final HttpClient own;
    private final HttpClient proxy;
    private final ServicesConfig services;
    private final InternalTokens tokens;

    Backends(Vertx vertx, GatewayConfig config, ServicesConfig services, InternalTokens tokens) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.proxy().connectWithin().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout(30);
        this.own = vertx.createHttpClient(options, pool(config.decide().connections()));
        this.proxy = vertx.createHttpClient(options, pool(config.proxy().connections()));
        this.services = services;
        this.tokens = tokens;
    }

    private static PoolOptions pool(int connections) {
        return new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(connections * 8);
    }

    /** For what callers' requests are handed on by. */
    public HttpClient proxy() {
        return proxy;
    }

    /** Where the service is. */
    public RequestOptions to(Backend backend) {
        URI url = url(backend);
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : ssl ? 443 : 80;
        return new RequestOptions().setHost(url.getHost()).setPort(port).setSsl(ssl);
    }

    private URI url(Backend backend) {
        return switch (backend) {
            case PROFILE -> services.profile().url();
            case RECOMMENDATION -> services.recommendation().url();
            case CAMPAIGN -> services.campaign().url();
            case SURVEY -> services.survey().url();
        };
    }

    /** Sends JSON on the caller's behalf; fails when the service is away or takes longer. */
    public Future<Answer> send(
            HttpMethod method, Backend backend, String path, Caller caller, Buffer json, Duration within) {
        RequestOptions options = to(backend)
                .setMethod(method)
                .setURI(path)
                .setTimeout(within.toMillis())
                .putHeader("Authorization", tokens.authorization(caller))
                .putHeader("Content-Type", "application/json");
        return own.request(options)
                .compose(request -> exchange(request, json))
                .timeout(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Future<Answer> exchange(HttpClientRequest request, Buffer json) {
        return request.send(json).compose(Backends::answer);
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response.statusCode(), body));
    }

    @PreDestroy
    void close() {
        own.close();
        proxy.close();
    }
}

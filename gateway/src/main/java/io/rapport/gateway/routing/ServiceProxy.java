package io.rapport.gateway.routing;

import io.rapport.gateway.GatewayConfig;
import io.rapport.gateway.backend.Backend;
import io.rapport.gateway.backend.Backends;
import io.rapport.gateway.backend.InternalTokens;
import io.rapport.gateway.http.ClientAddress;
import io.rapport.gateway.http.ContentLength;
import io.rapport.gateway.http.RequestId;
import io.rapport.platform.caller.Caller;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Carries a request to a service, and its answer back as a stream. */
@ApplicationScoped
class ServiceProxy {
    private final Backends backends;
    private final InternalTokens tokens;
    private final GatewayConfig.Proxy config;

    ServiceProxy(Backends backends, InternalTokens tokens, GatewayConfig config) {
        this.backends = backends;
        this.tokens = tokens;
        this.config = config.proxy();
    }

    /** Hands on a request whose body has been read, or that has none. */
    void forward(RoutingContext context, Backend backend, Caller caller, @Nullable Buffer body) {
        send(context, backend, caller, body == null ? null : Body.body(body));
    }

    /** Hands on a body of at most {@code rapport.gateway.proxy.most-bulk-bytes} while it comes. */
    void stream(RoutingContext context, Backend backend, Caller caller) {
        HttpServerRequest request = context.request();
        long length = ContentLength.of(request);
        if (length > config.mostBulkBytes()) {
            throw CountedStream.tooLarge(config.mostBulkBytes());
        }
        CountedStream counted = new CountedStream(request, config.mostBulkBytes());
        send(context, backend, caller, Body.body(counted, length));
    }

    private void send(RoutingContext context, Backend backend, Caller caller, @Nullable Body body) {
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), backends.proxy())
                .origin((OriginRequestProvider) proxied -> backends.proxy().request(origin(backend, context)))
                .addInterceptor(new Forwarding(backend.serviceName(), uri(context), headers(context, caller), body))
                .handle(context.request());
    }

    /** Bulk may be long on its way; only silence of the service counts. */
    private RequestOptions origin(Backend backend, RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        long patience = (reads ? config.answerWithin() : config.writtenWithin()).toMillis();
        return backends.to(backend)
                .setConnectTimeout(config.connectWithin().toMillis())
                .setIdleTimeout(patience);
    }

    /** The path without its dots, so that no service takes it for another one than the gateway did. */
    private static String uri(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }

    private MultiMap headers(RoutingContext context, Caller caller) {
        return MultiMap.caseInsensitiveMultiMap()
                .set("Authorization", tokens.authorization(caller))
                .set(RequestId.HEADER, RequestId.of(context))
                .set("X-Forwarded-For", ClientAddress.of(context.request()));
    }
}

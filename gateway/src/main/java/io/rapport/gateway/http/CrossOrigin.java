package io.rapport.gateway.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** CORS (WHATWG Fetch) for what browsers on a shop's pages call: any origin, and never with cookies. */
@ApplicationScoped
class CrossOrigin {
    private static final String ANY_HEADER = "Authorization, Content-Type, X-Write-Key, X-User-Token, X-Request-Id";

    void register(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.CROSS_ORIGIN).handler(this::handle);
        router.route("/ofrep/*").order(RouteOrder.CROSS_ORIGIN).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        MultiMap headers = context.response().headers();
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
        if (HttpMethod.OPTIONS.equals(request.method())) {
            preflight(request, headers);
            context.response().setStatusCode(204).end();
        } else {
            context.next();
        }
    }

    private static void preflight(HttpServerRequest request, MultiMap headers) {
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
        headers.set("Access-Control-Allow-Headers", asked(request.getHeader("Access-Control-Request-Headers")));
        headers.set("Access-Control-Max-Age", "86400");
        headers.set("Vary", "Access-Control-Request-Headers");
    }

    private static String asked(@Nullable String headers) {
        return headers == null || headers.isBlank() ? ANY_HEADER : headers;
    }
}

package io.rapport.gateway.http;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * What one of the gateway's own paths answers to, by method. HEAD goes where GET does (RFC 9110, section 9.3.2), and any other
 * method is a 405 that names those there are (section 15.5.6).
 */
public final class Methods implements Handler<RoutingContext> {
    private final Map<HttpMethod, Handler<RoutingContext>> handlers;
    private final String allow;

    private Methods(Map<HttpMethod, Handler<RoutingContext>> handlers, String allow) {
        this.handlers = handlers;
        this.allow = allow;
    }

    public static Methods get(Handler<RoutingContext> handler) {
        return new Methods(Map.of(HttpMethod.GET, handler, HttpMethod.HEAD, handler), "GET, HEAD");
    }

    public static Methods post(Handler<RoutingContext> handler) {
        return new Methods(Map.of(HttpMethod.POST, handler), "POST");
    }

    public static Methods put(Handler<RoutingContext> handler) {
        return new Methods(Map.of(HttpMethod.PUT, handler), "PUT");
    }

    /** The same for what other origins may call; their preflights are answered before. */
    public Methods fromAnyOrigin() {
        return new Methods(handlers, allow + ", OPTIONS");
    }

    @Override
    public void handle(RoutingContext context) {
        Handler<RoutingContext> handler = handlers.get(context.request().method());
        if (handler == null) {
            throw Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "This is asked by " + allow + ".")
                    .withHeader("Allow", allow);
        }
        handler.handle(context);
    }
}

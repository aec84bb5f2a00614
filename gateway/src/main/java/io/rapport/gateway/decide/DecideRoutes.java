package io.rapport.gateway.decide;

import io.rapport.gateway.access.BodyWriteKey;
import io.rapport.gateway.access.Credentials;
import io.rapport.gateway.http.Bodies;
import io.rapport.gateway.http.Gunzip;
import io.rapport.gateway.http.Methods;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.gateway.limits.RateLimits;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.ProblemView;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code POST /v1/decide} and {@code POST /v1/recommendations/{placement}}. */
@ApplicationScoped
class DecideRoutes {
    private final Decisions decisions;
    private final Credentials credentials;
    private final RateLimits limits;
    private final Bodies bodies;

    DecideRoutes(Decisions decisions, Credentials credentials, RateLimits limits, Bodies bodies) {
        this.decisions = decisions;
        this.credentials = credentials;
        this.limits = limits;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        route(router, "/v1/decide", this::decide);
        route(router, "/v1/recommendations/:placement", this::recommend);
    }

    private static void route(Router router, String path, Handler<RoutingContext> handler) {
        router.route(path).order(RouteOrder.OWN).handler(Methods.post(handler).fromAnyOrigin());
    }

    private void decide(RoutingContext context) {
        answer(context, decisions::decide);
    }

    private void recommend(RoutingContext context) {
        String placement = context.pathParam("placement");
        answer(
                context,
                (caller, asked) -> decisions
                        .recommend(caller, asked.forPlacement(placement))
                        .map(part -> RecommendationAnswer.of(part, placement)));
    }

    private void answer(RoutingContext context, BiFunction<Caller, Asked, Future<Buffer>> service) {
        HttpServerRequest request = context.request();
        Future<byte[]> read = bodies.read(request, AskedReader.MOST_BYTES);
        Optional<Caller> named = credentials.ofHeaders(request);
        read.compose(sent -> {
                    byte[] bytes = Gunzip.decode(sent, request.getHeader("Content-Encoding"), AskedReader.MOST_BYTES);
                    Caller caller = named.orElseGet(() -> credentials.ofWriteKey(BodyWriteKey.in(bytes), request));
                    limits.spend(caller, 1);
                    return service.apply(caller, AskedReader.read(bytes));
                })
                .onSuccess(json -> send(context, json))
                .onFailure(fault -> refuse(context, fault));
    }

    private static void send(RoutingContext context, Buffer json) {
        if (!context.response().closed()) {
            context.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(json);
        }
    }

    private static void refuse(RoutingContext context, Throwable fault) {
        if (fault instanceof ServiceRefusal refusal && !context.response().closed()) {
            context.response()
                    .setStatusCode(refusal.status())
                    .putHeader("Content-Type", ProblemView.MEDIA_TYPE)
                    .end(refusal.problem());
        } else {
            Problems.answer(context, fault);
        }
    }
}

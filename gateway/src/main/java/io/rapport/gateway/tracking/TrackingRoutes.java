package io.rapport.gateway.tracking;

import io.rapport.events.rules.EventLimits;
import io.rapport.gateway.http.Bodies;
import io.rapport.gateway.http.Methods;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.platform.caller.Caller;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /v1/track} and its kin. */
@ApplicationScoped
class TrackingRoutes {
    /** What gzip may add to bytes that cannot be packed. */
    private static final int PACKING = 1024;

    private static final Buffer SUCCESS = Buffer.buffer("{\"success\":true}");

    private final Tracking tracking;
    private final Bodies bodies;
    private final Methods methods = Methods.post(this::take).fromAnyOrigin();

    TrackingRoutes(Tracking tracking, Bodies bodies) {
        this.tracking = tracking;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.OWN).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (TrackingCall.at(context.normalizedPath()) == null) {
            context.next();
        } else {
            methods.handle(context);
        }
    }

    private void take(RoutingContext context) {
        TrackingCall call = Objects.requireNonNull(TrackingCall.at(context.normalizedPath()));
        if (call == TrackingCall.METRICS) {
            bodies.discard(context.request(), EventLimits.BATCH_BYTES).onComplete(read -> answer(context, read));
        } else {
            take(context, call);
        }
    }

    private void take(RoutingContext context, TrackingCall call) {
        Future<byte[]> body = bodies.read(context.request(), Tracking.most(call) + PACKING);
        Optional<Caller> caller = tracking.caller(context.request());
        body.compose(bytes -> tracking.take(call, context.request(), caller, bytes))
                .onComplete(taken -> answer(context, taken));
    }

    private static void answer(RoutingContext context, AsyncResult<Void> taken) {
        if (taken.failed()) {
            Problems.answer(context, taken.cause());
        } else if (!context.response().closed()) {
            context.response().putHeader("Content-Type", "application/json").end(SUCCESS);
        }
    }
}

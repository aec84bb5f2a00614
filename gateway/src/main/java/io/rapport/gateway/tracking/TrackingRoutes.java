package io.rapport.gateway.tracking;

import io.rapport.events.rules.EventLimits;
import io.rapport.gateway.http.BodyReader;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** {@code POST /v1/track} and its kin. */
@ApplicationScoped
class TrackingRoutes {
    /** What gzip may add to bytes that cannot be packed. */
    private static final int PACKING = 1024;

    private static final Buffer SUCCESS = Buffer.buffer("{\"success\":true}");

    private final Tracking tracking;

    TrackingRoutes(Tracking tracking) {
        this.tracking = tracking;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.OWN).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        TrackingCall call = TrackingCall.at(context.normalizedPath());
        if (call == null) {
            context.next();
        } else if (!HttpMethod.POST.equals(context.request().method())) {
            throw Problem.of(CommonProblem.METHOD_NOT_ALLOWED, "Events are sent by POST.")
                    .withHeader("Allow", "POST, OPTIONS");
        } else if (call == TrackingCall.METRICS) {
            BodyReader.read(context.request(), EventLimits.BATCH_BYTES)
                    .onComplete(read -> answer(context, read.mapEmpty()));
        } else {
            take(context, call);
        }
    }

    private void take(RoutingContext context, TrackingCall call) {
        Future<byte[]> body = BodyReader.read(context.request(), Tracking.most(call) + PACKING);
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

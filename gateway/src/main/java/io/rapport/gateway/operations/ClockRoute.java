package io.rapport.gateway.operations;

import io.rapport.events.EventsJson;
import io.rapport.gateway.access.Credentials;
import io.rapport.gateway.http.Bodies;
import io.rapport.gateway.http.Methods;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.caller.Role;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code PUT /api/dev/clock}: moves time, where {@code rapport.clock.control} lets admins and back ends that may. */
@ApplicationScoped
class ClockRoute {
    private static final int MOST_BYTES = 4096;

    private final SharedClock clock;
    private final Credentials credentials;
    private final Bodies bodies;

    ClockRoute(SharedClock clock, Credentials credentials, Bodies bodies) {
        this.clock = clock;
        this.credentials = credentials;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        router.route("/api/dev/clock").order(RouteOrder.OWN).handler(Methods.put(this::put));
    }

    private void put(RoutingContext context) {
        Future<byte[]> body = bodies.read(context.request(), MOST_BYTES);
        Caller caller = credentials.required(context.request());
        checkMay(caller);
        Optional<String> key = Optional.ofNullable(context.request().getHeader("Idempotency-Key"));
        body.compose(bytes -> clock.set(ClockRequest.read(bytes), key, caller))
                .onSuccess(at -> answer(context, at))
                .onFailure(fault -> Problems.answer(context, fault));
    }

    private static void checkMay(Caller caller) {
        boolean may = caller.roles().contains(Role.ADMIN) || caller.hasScope("clock:write");
        if (!may) {
            throw Problem.of(
                    CommonProblem.FORBIDDEN, "This is for admins, and server keys with the scope clock:write.");
        }
    }

    private static void answer(RoutingContext context, Instant at) {
        context.response()
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(EventsJson.write(Map.of("at", at))));
    }
}

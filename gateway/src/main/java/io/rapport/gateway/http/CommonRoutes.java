package io.rapport.gateway.http;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What holds for every request: an id, security headers, no way in to the internal paths, a problem for unknown ones. */
@ApplicationScoped
class CommonRoutes {
    void register(@Observes Router router) {
        router.route().order(RouteOrder.COMMON).handler(this::begin).failureHandler(Problems::onFailure);
        router.route("/internal/*").order(RouteOrder.COMMON + 1).handler(CommonRoutes::unknown);
        router.route().order(RouteOrder.LAST).handler(CommonRoutes::unknown).failureHandler(Problems::onFailure);
    }

    private void begin(RoutingContext context) {
        RequestId.give(context);
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        context.next();
    }

    private static void unknown(RoutingContext context) {
        Problems.answer(
                context, Problem.of(CommonProblem.NOT_FOUND, "There is nothing at " + context.normalizedPath() + "."));
    }
}

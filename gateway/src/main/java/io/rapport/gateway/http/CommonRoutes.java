package io.rapport.gateway.http;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** What holds for every request: an id, security headers, no way in to the internal paths, a problem for unknown ones. */
@ApplicationScoped
class CommonRoutes {
    /** The longest target of a request; the server itself reads a little more, so that too long a one gets a problem. */
    static final int MOST_URI_CHARS = 8192;

    /** What the router may find wrong before any route is asked, such as a path that cannot be decoded. */
    private static final List<Integer> ERRORS = List.of(400, 404, 405, 406, 413, 414, 415, 500, 503);

    void register(@Observes Router router) {
        router.route().order(RouteOrder.COMMON).handler(this::begin).failureHandler(Problems::onFailure);
        router.route("/internal/*").order(RouteOrder.COMMON + 1).handler(CommonRoutes::unknown);
        ERRORS.forEach(status -> router.errorHandler(status, Problems::onFailure));
        router.route().order(RouteOrder.LAST).handler(CommonRoutes::unknown).failureHandler(Problems::onFailure);
    }

    private void begin(RoutingContext context) {
        RequestId.give(context);
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        checkAddress(context.request().uri());
        context.next();
    }

    private static void checkAddress(String uri) {
        if (uri.length() > MOST_URI_CHARS) {
            throw Problem.of(GatewayProblem.URI_TOO_LONG, "It may have " + MOST_URI_CHARS + " characters at most.");
        }
        try {
            new URI(uri);
        } catch (URISyntaxException e) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "This is no address.");
        }
    }

    private static void unknown(RoutingContext context) {
        Problems.answer(
                context, Problem.of(CommonProblem.NOT_FOUND, "There is nothing at " + context.normalizedPath() + "."));
    }
}

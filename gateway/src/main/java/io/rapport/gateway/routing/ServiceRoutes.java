package io.rapport.gateway.routing;

import io.rapport.gateway.access.BodyWriteKey;
import io.rapport.gateway.access.Credentials;
import io.rapport.gateway.http.BodyReader;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.gateway.limits.RateLimits;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets callers through to the services, each to where it may go. */
@ApplicationScoped
class ServiceRoutes {
    private static final int MOST_FROM_VISITORS = 500 * 1024;

    private final RoutingTable table = new RoutingTable();
    private final Credentials credentials;
    private final RateLimits limits;
    private final ServiceProxy proxy;

    ServiceRoutes(Credentials credentials, RateLimits limits, ServiceProxy proxy) {
        this.credentials = credentials;
        this.limits = limits;
        this.proxy = proxy;
    }

    void register(@Observes Router router) {
        router.route().order(RouteOrder.SERVICES).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Optional<ServicePath> found = table.find(context.normalizedPath());
        if (found.isPresent()) {
            admit(context, found.get());
        } else {
            context.next();
        }
    }

    private void admit(RoutingContext context, ServicePath path) {
        if (path.admission() == Admission.ANYBODY) {
            proxy.forward(context, path.backend(), Caller.NOBODY, null);
            return;
        }
        Optional<Caller> caller = credentials.ofHeaders(context.request());
        if (caller.isPresent()) {
            forward(context, path, caller.get(), null);
        } else if (path.admission() == Admission.VISITORS
                && mayHaveBody(context.request().method())) {
            admitByBody(context, path);
        } else {
            throw Credentials.missing();
        }
    }

    /** A browser that leaves the page can send no headers, so its key is in the body. */
    private void admitByBody(RoutingContext context, ServicePath path) {
        BodyReader.read(context.request(), MOST_FROM_VISITORS)
                .onSuccess(body -> {
                    try {
                        Caller caller = credentials.ofWriteKey(BodyWriteKey.in(body), context.request());
                        forward(context, path, caller, Buffer.buffer(body));
                    } catch (RuntimeException e) {
                        Problems.answer(context, e);
                    }
                })
                .onFailure(fault -> Problems.answer(context, fault));
    }

    private void forward(RoutingContext context, ServicePath path, Caller caller, @Nullable Buffer body) {
        if (!path.admission().admits(caller.kind())) {
            throw Problem.of(CommonProblem.FORBIDDEN, "This credential does not allow it.");
        }
        limits.spend(caller, 1);
        proxy.forward(context, path.backend(), caller, body);
    }

    private static boolean mayHaveBody(HttpMethod method) {
        return HttpMethod.POST.equals(method) || HttpMethod.PUT.equals(method);
    }
}

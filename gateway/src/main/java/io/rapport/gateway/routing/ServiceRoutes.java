package io.rapport.gateway.routing;

import io.rapport.gateway.access.BodyWriteKey;
import io.rapport.gateway.access.Credentials;
import io.rapport.gateway.http.Bodies;
import io.rapport.gateway.http.ClientAddress;
import io.rapport.gateway.http.ContentLength;
import io.rapport.gateway.http.Gunzip;
import io.rapport.gateway.http.Problems;
import io.rapport.gateway.http.RouteOrder;
import io.rapport.gateway.limits.RateLimits;
import io.rapport.platform.caller.Caller;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Function;

/** Lets callers through to the services, each to where it may go. */
@ApplicationScoped
class ServiceRoutes {
    private final RoutingTable table = new RoutingTable();
    private final Credentials credentials;
    private final RateLimits limits;
    private final Bodies bodies;
    private final ServiceProxy proxy;

    ServiceRoutes(Credentials credentials, RateLimits limits, Bodies bodies, ServiceProxy proxy) {
        this.credentials = credentials;
        this.limits = limits;
        this.bodies = bodies;
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
            limits.spendAnonymously(ClientAddress.of(context.request()));
            carry(context, path, Caller.NOBODY);
            return;
        }
        Optional<Caller> caller = credentials.ofHeaders(context.request());
        if (caller.isPresent()) {
            check(path, caller.get());
            carry(context, path, caller.get());
        } else if (path.admission() == Admission.VISITORS
                && mayHaveBody(context.request().method())) {
            admitByBody(context, path);
        } else {
            throw Credentials.missing();
        }
    }

    private void check(ServicePath path, Caller caller) {
        if (!path.admission().admits(caller.kind())) {
            throw Problem.of(CommonProblem.FORBIDDEN, "This credential does not allow it.");
        }
        limits.spend(caller, 1);
    }

    /** A service is asked only once the body is there, so that no slow sender keeps a connection to it busy. */
    private void carry(RoutingContext context, ServicePath path, Caller caller) {
        BodyLimit limit = BodyLimit.of(path, context.request().method(), context.normalizedPath());
        if (!ContentLength.announcesBody(context.request())) {
            proxy.forward(context, path.backend(), caller, null);
        } else if (limit == BodyLimit.BULK) {
            proxy.stream(context, path.backend(), caller);
        } else {
            read(context, path, limit, body -> caller);
        }
    }

    /** A browser that leaves the page can send no headers, so its key is in the body. */
    private void admitByBody(RoutingContext context, ServicePath path) {
        read(context, path, BodyLimit.FROM_VISITORS, body -> {
            Caller caller = credentials.ofWriteKey(BodyWriteKey.in(body), context.request());
            check(path, caller);
            return caller;
        });
    }

    private void read(RoutingContext context, ServicePath path, BodyLimit limit, Function<byte[], Caller> caller) {
        bodies.readAndKeep(context, limit.most())
                .map(sent -> {
                    byte[] body = limit == BodyLimit.FROM_VISITORS ? unpacked(context, sent, limit) : sent;
                    proxy.forward(context, path.backend(), caller.apply(body), Buffer.buffer(body));
                    return true;
                })
                .onFailure(fault -> Problems.answer(context, fault));
    }

    /** Services take no gzip; what a visitor's client packed reaches them as what it was. */
    private static byte[] unpacked(RoutingContext context, byte[] sent, BodyLimit limit) {
        MultiMap headers = context.request().headers();
        byte[] body = Gunzip.decode(sent, headers.get("Content-Encoding"), limit.most());
        headers.remove("Content-Encoding");
        return body;
    }

    private static boolean mayHaveBody(HttpMethod method) {
        return HttpMethod.POST.equals(method) || HttpMethod.PUT.equals(method);
    }
}

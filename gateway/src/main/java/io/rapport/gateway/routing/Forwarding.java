package io.rapport.gateway.routing;

import io.rapport.gateway.http.Problems;
import io.rapport.platform.problem.Problem;
import io.rapport.platform.problem.ProblemView;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is changed in a request on its way to a service: the caller's credentials go, the internal token comes, and no header
 * that a service might believe is let in from outside. A service that is away is a 503.
 */
final class Forwarding implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Forwarding.class);
    private static final List<String> CREDENTIALS = List.of("Authorization", "X-Write-Key", "X-User-Token");

    private final String serviceName;
    private final String uri;
    private final MultiMap added;
    private final @Nullable Body body;

    /** @param body what goes in the place of the request's body */
    Forwarding(String serviceName, String uri, MultiMap added, @Nullable Body body) {
        this.serviceName = serviceName;
        this.uri = uri;
        this.added = added;
        this.body = body;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        request.setURI(uri);
        clean(request.headers());
        // Not setAll, which would drop every header that the caller sent, Content-Type with them.
        added.forEach(header -> request.headers().set(header.getKey(), header.getValue()));
        if (body != null) {
            request.setBody(body);
        }
        return context.sendRequest().recover(fault -> Future.succeededFuture(away(request, fault)));
    }

    private static void clean(MultiMap headers) {
        String named = headers.get("Connection");
        if (named != null) {
            List.of(named.split(",")).forEach(name -> headers.remove(name.strip()));
        }
        CREDENTIALS.forEach(headers::remove);
        List.copyOf(headers.names()).stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-rapport-"))
                .forEach(headers::remove);
    }

    private ProxyResponse away(ProxyRequest request, Throwable fault) {
        if (body != null && body.stream() instanceof CountedStream counted && counted.isTooLong()) {
            return answer(request, counted.tooLarge());
        }
        LOG.warnf("%s is away: %s", serviceName, fault.toString());
        return answer(
                request, Problems.unavailable("The part of Rapport that answers this is away; try again in a moment."));
    }

    private static ProxyResponse answer(ProxyRequest request, Problem problem) {
        ProxyResponse response =
                request.release().response().setStatusCode(problem.type().status());
        problem.headers().forEach(response::putHeader);
        return response.putHeader("Content-Type", ProblemView.MEDIA_TYPE).setBody(Body.body(Problems.body(problem)));
    }
}

package io.rapport.platform.caller;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request in only with the gateway's token and only where {@link Allow} does; fails closed. */
@ApplicationScoped
public class CallerFilter {
    private static final String BEARER = "Bearer ";

    private final InternalTokenVerifier verifier;
    private final CurrentCaller current;

    CallerFilter(InternalTokenVerifier verifier, CurrentCaller current) {
        this.verifier = verifier;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Caller caller = verifier.verify(bearer(request))
                .orElseThrow(() -> Problem.of(CommonProblem.UNAUTHENTICATED, "This service answers the gateway only."));
        current.set(caller);
        if (!isInternal(resource)) {
            allowed(caller, resource);
        }
    }

    /** By what was matched, not by what the request's path looks like. */
    private static boolean isInternal(ResourceInfo resource) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        return path != null
                && (path.value().startsWith("/internal/") || path.value().startsWith("internal/"));
    }

    private static String bearer(ContainerRequestContext request) {
        String header = request.getHeaderString("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }

    private static void allowed(Caller caller, ResourceInfo resource) {
        Allow allow = annotation(resource);
        if (allow == null || !Permission.granted(allow, caller)) {
            throw caller.kind() == Caller.Kind.ANONYMOUS
                    ? Problem.of(CommonProblem.UNAUTHENTICATED, "This needs a credential.")
                    : Problem.of(CommonProblem.FORBIDDEN, "This credential does not allow it.");
        }
    }

    private static @Nullable Allow annotation(ResourceInfo resource) {
        Allow onMethod = resource.getResourceMethod().getAnnotation(Allow.class);
        return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(Allow.class);
    }
}

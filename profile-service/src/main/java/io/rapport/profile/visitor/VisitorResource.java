package io.rapport.profile.visitor;

import io.rapport.platform.caller.CurrentCaller;
import io.rapport.profile.problem.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Where the gateway asks who a visitor is, before every part of an answer. */
@Path("/internal/visitors")
class VisitorResource {
    private final Visitors visitors;
    private final CurrentCaller caller;

    VisitorResource(Visitors visitors, CurrentCaller caller) {
        this.visitors = visitors;
        this.caller = caller;
    }

    @POST
    @Path("/resolve")
    public Uni<VisitorView> resolve(@Nullable VisitorRequest request) {
        return visitors.resolve(caller.get(), Fields.body(request));
    }
}

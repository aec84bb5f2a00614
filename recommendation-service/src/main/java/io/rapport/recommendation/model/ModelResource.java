package io.rapport.recommendation.model;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The models: how they are, and a new build on demand. */
@Path("/api/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "models")
class ModelResource {
    private final ModelService service;

    ModelResource(ModelService service) {
        this.service = service;
    }

    @GET
    @Allow(
            roles = {Role.MARKETER, Role.ANALYST},
            scope = "models:read")
    @Operation(summary = "List models by name, with their state, metrics and latest builds")
    public Uni<Page<ModelView>> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return service.list(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{name}")
    @Allow(
            roles = {Role.MARKETER, Role.ANALYST},
            scope = "models:read")
    @Operation(summary = "One model")
    public Uni<ModelView> find(@RestPath String name) {
        return service.find(name);
    }

    @POST
    @Path("/{name}/retrain")
    @ResponseStatus(202)
    @Allow(roles = Role.MARKETER, scope = "models:write")
    @Operation(summary = "Build the model anew; GET of the model tells how far that is")
    public Uni<ModelView> retrain(@RestPath String name) {
        return service.retrain(name);
    }
}

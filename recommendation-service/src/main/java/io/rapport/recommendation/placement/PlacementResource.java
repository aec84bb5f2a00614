package io.rapport.recommendation.placement;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.recommendation.input.JsonBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Placements for operators. */
@Path("/api/placements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "placements")
class PlacementResource {
    private static final int MOST_BYTES = 64 * 1024;

    private final PlacementService service;

    PlacementResource(PlacementService service) {
        this.service = service;
    }

    @GET
    @Allow(
            roles = {Role.MARKETER, Role.ANALYST},
            scope = "placements:read")
    @Operation(summary = "List placements by id")
    public Uni<Page<Placement>> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        return service.list(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Allow(
            roles = {Role.MARKETER, Role.ANALYST},
            scope = "placements:read")
    @Operation(summary = "One placement")
    public Uni<Placement> find(@RestPath String id) {
        return service.find(id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allow(roles = Role.MARKETER, scope = "placements:write")
    @Operation(summary = "Create (201) or replace (200) a placement")
    public Uni<RestResponse<Placement>> put(@RestPath String id, byte[] body) {
        if (!id.matches("[a-z0-9][a-z0-9._-]{0,99}")) {
            throw Problem.invalid("/id", "A placement's id has 1 to 100 of a-z, 0-9, '.', '_' and '-'.");
        }
        List<FieldError> errors = new ArrayList<>();
        Placement placement = PlacementReader.read(JsonBody.parse(body, MOST_BYTES), id, errors);
        JsonBody.refuse(errors);
        return service.put(placement)
                .map(fresh -> fresh
                        ? RestResponse.status(RestResponse.Status.CREATED, placement)
                        : RestResponse.ok(placement));
    }

    @DELETE
    @Path("/{id}")
    @Allow(roles = Role.MARKETER, scope = "placements:write")
    @Operation(summary = "Remove a placement")
    public Uni<Void> remove(@RestPath String id) {
        return service.remove(id);
    }
}

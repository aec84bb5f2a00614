package io.rapport.profile.operator;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.Audit;
import io.rapport.profile.problem.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/operators}: admins only. */
@Path("/api/operators")
@Allow
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operators", description = "Who may log in, and as what.")
class OperatorResource {
    private final OperatorService operators;
    private final Audit audit;

    OperatorResource(OperatorService operators, Audit audit) {
        this.operators = operators;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "List the operators", description = "Ordered by user name.")
    @APIResponse(responseCode = "200", description = "A page of operators")
    public Uni<Page<OperatorView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return operators.page(PageRequest.of(limit, cursor)).map(page -> page.map(OperatorView::of));
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "Read an operator")
    @APIResponse(responseCode = "200", description = "The operator; never the password or its hash")
    @APIResponse(responseCode = "404", description = "There is no such operator")
    public Uni<OperatorView> read(@PathParam("username") String username) {
        return operators
                .find(username)
                .map(found -> OperatorView.of(found.orElseThrow(() -> Problem.notFound("operator", username))));
    }

    @PUT
    @Path("/{username}")
    @Operation(
            summary = "Create or change an operator",
            description =
                    "A new password ends every session; other roles hold from the next token on, within 15 minutes.")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "400", description = "The user name or a field is not valid")
    @APIResponse(responseCode = "409", description = "The last admin would no longer be one")
    public Uni<RestResponse<OperatorView>> put(
            @PathParam("username") String username, @Nullable OperatorRequest request) {
        Username.require(username);
        return operators
                .put(username, Fields.body(request).validated())
                .invoke(saved -> audit.note(saved.created() ? "created" : "changed", "operator", username))
                .map(saved -> RestResponse.status(
                        saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        OperatorView.of(saved.operator())));
    }

    @DELETE
    @Path("/{username}")
    @ResponseStatus(204)
    @Operation(
            summary = "Delete an operator",
            description = "Sessions end; an access token runs out within 15 minutes.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such operator")
    @APIResponse(responseCode = "409", description = "The last admin stays")
    public Uni<Void> delete(@PathParam("username") String username) {
        Username.orNotFound(username);
        return operators.delete(username).invoke(() -> audit.note("deleted", "operator", username));
    }
}

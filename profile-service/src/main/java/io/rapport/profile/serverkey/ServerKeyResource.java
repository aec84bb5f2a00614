package io.rapport.profile.serverkey;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.Audit;
import io.rapport.profile.access.ShownOnce;
import io.rapport.profile.problem.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/server-keys}: admins only. */
@Path("/api/server-keys")
@Allow
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Server keys", description = "What a shop's back end calls with.")
class ServerKeyResource {
    private final ServerKeyService keys;
    private final Audit audit;

    ServerKeyResource(ServerKeyService keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @GET
    @Operation(
            summary = "List the server keys",
            description = "Without the keys themselves, which are stored as hashes.")
    @APIResponse(responseCode = "200", description = "A page of server keys")
    public Uni<Page<ServerKeyView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return keys.page(PageRequest.of(limit, cursor)).map(page -> page.map(ServerKeyView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a server key")
    @APIResponse(responseCode = "200", description = "The server key, without the key itself")
    @APIResponse(responseCode = "404", description = "There is no such server key")
    public Uni<ServerKeyView> read(@PathParam("id") UUID id) {
        return keys.find(id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("server key", id.toString())))
                .map(ServerKeyView::of);
    }

    @POST
    @Operation(summary = "Issue a server key", description = "The answer shows the key, once.")
    @APIResponse(responseCode = "201", description = "Issued; with the key")
    @APIResponse(responseCode = "400", description = "A field or a scope is not valid")
    @APIResponse(responseCode = "422", description = "There is no such source")
    public Uni<RestResponse<ServerKeyView>> issue(@Nullable ServerKeyRequest request) {
        return keys.issue(Fields.body(request).validated())
                .invoke(issued -> audit.note(
                        "issued", "server key", issued.serverKey().id().toString()))
                .map(issued -> ServerKeyView.withKey(issued.serverKey(), issued.key()))
                .map(view -> ShownOnce.answer(RestResponse.Status.CREATED, view));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Revoke a server key", description = "Calls with it are refused within a second.")
    @APIResponse(responseCode = "204", description = "Revoked")
    @APIResponse(responseCode = "404", description = "There is no such server key")
    public Uni<Void> revoke(@PathParam("id") UUID id) {
        return keys.revoke(id).invoke(() -> audit.note("revoked", "server key", id.toString()));
    }
}

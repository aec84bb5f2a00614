package io.rapport.profile.source;

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

/** {@code /api/sources}: admins only. */
@Path("/api/sources")
@Allow
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources", description = "Where events come from.")
class SourceResource {
    private final SourceService sources;
    private final Audit audit;

    SourceResource(SourceService sources, Audit audit) {
        this.sources = sources;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "List the sources", description = "Ordered by id; secrets are never shown again.")
    @APIResponse(responseCode = "200", description = "A page of sources")
    public Uni<Page<SourceView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return sources.page(PageRequest.of(limit, cursor)).map(page -> page.map(SourceView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a source")
    @APIResponse(responseCode = "200", description = "The source, without its secret")
    @APIResponse(responseCode = "404", description = "There is no such source")
    public Uni<SourceView> read(@PathParam("id") String id) {
        return sources.find(id).map(found -> SourceView.of(found.orElseThrow(() -> Problem.notFound("source", id))));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Create or change a source",
            description = "A new source's answer shows its secret, once. A change keeps write key and secret.")
    @APIResponse(responseCode = "201", description = "Created; with its secret")
    @APIResponse(responseCode = "200", description = "Changed; without its secret")
    @APIResponse(responseCode = "400", description = "The id or a field is not valid")
    public Uni<RestResponse<SourceView>> put(@PathParam("id") String id, @Nullable SourceRequest request) {
        SourceId.require(id);
        return sources.put(id, Fields.body(request).validated())
                .invoke(saved -> audit.note(saved.created() ? "created" : "changed", "source", id))
                .map(saved -> ShownOnce.answer(
                        saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved.view()));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(summary = "Delete a source", description = "Its write key is refused from then on; its events stay.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such source")
    @APIResponse(responseCode = "409", description = "Server keys still send for it")
    public Uni<Void> delete(@PathParam("id") String id) {
        SourceId.orNotFound(id);
        return sources.delete(id).invoke(() -> audit.note("deleted", "source", id));
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Operation(
            summary = "Give a source a new secret",
            description = "User tokens signed with the old one are refused from then on.")
    @APIResponse(responseCode = "200", description = "The source with its new secret, shown once")
    @APIResponse(responseCode = "404", description = "There is no such source")
    public Uni<RestResponse<SourceView>> rotateSecret(@PathParam("id") String id) {
        SourceId.orNotFound(id);
        return sources.rotateSecret(id)
                .invoke(() -> audit.note("gave a new secret to", "source", id))
                .map(saved -> ShownOnce.answer(RestResponse.Status.OK, saved.view()));
    }

    @POST
    @Path("/{id}/rotate-write-key")
    @Operation(
            summary = "Give a source a new write key",
            description = "The old one is refused from then on, so clients that carry it must change first.")
    @APIResponse(responseCode = "200", description = "The source with its new write key")
    @APIResponse(responseCode = "404", description = "There is no such source")
    public Uni<SourceView> rotateWriteKey(@PathParam("id") String id) {
        SourceId.orNotFound(id);
        return sources.rotateWriteKey(id)
                .invoke(() -> audit.note("gave a new write key to", "source", id))
                .map(SourceService.Saved::view);
    }
}

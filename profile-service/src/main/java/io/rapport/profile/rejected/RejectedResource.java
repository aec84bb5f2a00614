package io.rapport.profile.rejected;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.access.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/rejected-events}: admins, support may look, and server keys with the scope. */
@Path("/api/rejected-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rejected events", description = "Events that were refused, kept for 30 days to be mended and sent again.")
class RejectedResource {
    private static final String READ = "rejected-events:read";
    private static final String WRITE = "rejected-events:write";

    private final RejectedService rejected;
    private final RejectedReplay replay;
    private final Audit audit;

    RejectedResource(RejectedService rejected, RejectedReplay replay, Audit audit) {
        this.rejected = rejected;
        this.replay = replay;
        this.audit = audit;
    }

    @GET
    @Allow(roles = Role.SUPPORT, scope = READ)
    @Operation(summary = "List refused events", description = "The newest first, without the events themselves.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A filter is not valid")
    public Uni<Page<RejectedView>> list(
            @Parameter(example = "missing-event") @QueryParam("reason") @Nullable String reason,
            @Parameter(description = "A source's id") @QueryParam("source") @Nullable String source,
            @Parameter(description = "Received then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Received before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return rejected.page(RejectedFilter.of(reason, source, from, to), PageRequest.of(limit, cursor))
                .map(page -> page.map(RejectedView::of));
    }

    @GET
    @Path("/{id}")
    @Allow(roles = Role.SUPPORT, scope = READ)
    @Operation(summary = "Read a refused event", description = "With the event as it was sent.")
    @APIResponse(responseCode = "200", description = "The refused event")
    @APIResponse(responseCode = "404", description = "There is no such refused event")
    public Uni<RejectedView.Whole> read(@PathParam("id") UUID id) {
        return rejected.find(id).map(RejectedView.Whole::of);
    }

    @POST
    @Path("/{id}/replay")
    @Allow(scope = WRITE)
    @Operation(
            summary = "Send a refused event again",
            description = "As it was, or as the request mends it. What its sender had proved stays as it was.")
    @APIResponse(responseCode = "200", description = "It was sent")
    @APIResponse(responseCode = "404", description = "There is no such refused event")
    @APIResponse(responseCode = "409", description = "It was sent again before")
    @APIResponse(responseCode = "422", description = "It is not valid yet; `errors` says where")
    public Uni<RejectedView> replay(@PathParam("id") UUID id, Replay.@Nullable Request request) {
        return replay.one(id, request == null ? null : request.mended())
                .invoke(() -> audit.note("replayed", "rejected event", id.toString()))
                .map(RejectedView::of);
    }

    @POST
    @Path("/replay")
    @Allow(scope = WRITE)
    @Operation(
            summary = "Send refused events again",
            description =
                    "Those of the filter that are valid now, up to some thousands a call; all of them without a filter.")
    @APIResponse(responseCode = "200", description = "How many were sent, and how many are not valid yet")
    @APIResponse(responseCode = "400", description = "A filter is not valid")
    public Uni<Replay.Result> replayAll(Replay.@Nullable BulkRequest request) {
        Replay.BulkRequest which = request == null ? Replay.BulkRequest.ALL : request;
        return replay.all(which.filter(), which.cursor())
                .invoke(result -> audit.note("replayed", "rejected events:", Integer.toString(result.replayed())));
    }
}

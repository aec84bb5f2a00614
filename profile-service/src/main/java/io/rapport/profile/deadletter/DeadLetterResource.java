package io.rapport.profile.deadletter;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.CurrentCaller;
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

/** {@code /api/dead-letters}: admins; support may look, but not into the records. */
@Path("/api/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters", description = "Records that a service could not handle, kept for 30 days.")
class DeadLetterResource {
    private final DeadLetterService letters;
    private final DeadLetterReplay replay;
    private final CurrentCaller caller;
    private final Audit audit;

    DeadLetterResource(DeadLetterService letters, DeadLetterReplay replay, CurrentCaller caller, Audit audit) {
        this.letters = letters;
        this.replay = replay;
        this.caller = caller;
        this.audit = audit;
    }

    /** How many were sent again. */
    record Replayed(int replayed) {}

    @GET
    @Allow(roles = Role.SUPPORT)
    @Operation(summary = "List dead letters", description = "The newest first, without the records themselves.")
    @APIResponse(responseCode = "200", description = "A page of dead letters")
    public Uni<Page<DeadLetterView>> list(
            @Parameter(example = "rapport.raw-events") @QueryParam("topic") @Nullable String topic,
            @Parameter(description = "The consumer group") @QueryParam("group") @Nullable String group,
            @Parameter(description = "The kind of fault") @QueryParam("reason") @Nullable String reason,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        DeadLetterFilter filter = new DeadLetterFilter(topic, group, reason).validated();
        return letters.page(filter, PageRequest.of(limit, cursor)).map(page -> page.map(DeadLetterView::of));
    }

    @GET
    @Path("/{id}")
    @Allow(roles = Role.SUPPORT)
    @Operation(summary = "Read a dead letter", description = "With the record, if an admin asks.")
    @APIResponse(responseCode = "200", description = "The dead letter")
    @APIResponse(responseCode = "404", description = "There is no such dead letter")
    public Uni<DeadLetterView.Whole> read(@PathParam("id") UUID id) {
        boolean admin = caller.get().roles().contains(Role.ADMIN);
        return letters.find(id).map(letter -> DeadLetterView.Whole.of(letter, admin));
    }

    @POST
    @Path("/{id}/replay")
    @Allow
    @Operation(summary = "Send a dead letter again", description = "To its own topic, under its own key.")
    @APIResponse(responseCode = "200", description = "It was sent")
    @APIResponse(responseCode = "404", description = "There is no such dead letter")
    @APIResponse(responseCode = "409", description = "It was sent again before")
    @APIResponse(responseCode = "422", description = "It names no topic of this deployment")
    public Uni<DeadLetterView> replay(@PathParam("id") UUID id) {
        return replay.one(id)
                .chain(() -> letters.find(id))
                .invoke(letter -> audit.note("replayed", "dead letter", id.toString()))
                .map(DeadLetterView::of);
    }

    @POST
    @Path("/replay")
    @Allow
    @Operation(
            summary = "Send dead letters again",
            description = "The oldest first, up to some thousands a call; all of them without a filter.")
    @APIResponse(responseCode = "200", description = "How many were sent")
    @APIResponse(responseCode = "400", description = "A filter is not valid")
    public Uni<Replayed> replayAll(@Nullable DeadLetterFilter request) {
        DeadLetterFilter filter = request == null ? DeadLetterFilter.ALL : request.validated();
        return replay.all(filter)
                .invoke(count -> audit.note("replayed", "dead letters:", Integer.toString(count)))
                .map(Replayed::new);
    }
}

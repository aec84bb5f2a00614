package io.rapport.profile.score;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.access.Audit;
import io.rapport.profile.problem.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/scores}. */
@Path("/api/scores")
@Tag(name = "Scores", description = "Numbers of a profile that are kept up: the weights of the conditions that hold.")
@Allow(
        roles = {Role.MARKETER, Role.ANALYST, Role.SUPPORT},
        scope = "segments:read")
class ScoreResource {
    private static final String WRITE = "segments:write";

    private final ScoreService scores;
    private final Audit audit;

    ScoreResource(ScoreService scores, Audit audit) {
        this.scores = scores;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "List the scores", description = "Ordered by id.")
    public Uni<Page<ScoreView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return scores.page(PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a score")
    @APIResponse(responseCode = "200", description = "The score")
    @APIResponse(responseCode = "404", description = "There is no such score")
    public Uni<ScoreView> read(@RestPath String id) {
        return scores.get(id);
    }

    @PUT
    @Path("/{id}")
    @Allow(roles = Role.MARKETER, scope = WRITE)
    @Operation(
            summary = "Create or change a score",
            description =
                    "It is the trait `computed.scores.<id>` of everybody, and conditions may ask for it. Everybody is looked "
                            + "at while the state is `backfilling`.")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "400", description = "The id or a condition is not valid; errors point at the place")
    public Uni<RestResponse<ScoreView>> put(@RestPath String id, @Nullable ScoreRequest request) {
        return scores.put(id, Fields.body(request).validated(id))
                .invoke(saved -> audit.note(saved.created() ? "created" : "changed", "score", id))
                .map(saved -> RestResponse.status(
                        saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved.score()));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Allow(roles = Role.MARKETER, scope = WRITE)
    @Operation(summary = "Delete a score")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such score")
    @APIResponse(responseCode = "409", description = "Segments or scores ask for it")
    public Uni<Void> delete(@RestPath String id) {
        return scores.delete(id).invoke(() -> audit.note("deleted", "score", id));
    }
}

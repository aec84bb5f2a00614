package io.rapport.profile.segmentation;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.access.Audit;
import io.rapport.profile.membership.Memberships.Explanation;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.segmentation.SegmentView.MemberView;
import io.rapport.profile.segmentation.SegmentView.PreviewView;
import io.rapport.profile.segmentation.SegmentView.SizeView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /api/segments}. */
@Path("/api/segments")
@Tag(name = "Segments", description = "Groups of profiles that follow from what they told, did and bought.")
@Allow(
        roles = {Role.MARKETER, Role.ANALYST, Role.SUPPORT},
        scope = "segments:read")
class SegmentResource {
    private static final String WRITE = "segments:write";

    private final SegmentService segments;
    private final Audit audit;

    SegmentResource(SegmentService segments, Audit audit) {
        this.segments = segments;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "List the segments", description = "Ordered by id, with their sizes.")
    public Uni<Page<SegmentView>> list(
            @Parameter(description = "Only those that come with Rapport, or only the others.")
                    @QueryParam("builtIn")
                    @Nullable
                    Boolean builtIn,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return segments.page(builtIn, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read a segment")
    @APIResponse(responseCode = "200", description = "The segment with its size")
    @APIResponse(responseCode = "404", description = "There is no such segment")
    public Uni<SegmentView> read(@RestPath String id) {
        return segments.get(id);
    }

    @PUT
    @Path("/{id}")
    @Allow(roles = Role.MARKETER, scope = WRITE)
    @Operation(
            summary = "Create or change a segment",
            description = "Everybody is looked at by the new condition while the state is `backfilling`; events go on "
                    + "counting meanwhile.")
    @APIResponse(responseCode = "201", description = "Created")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "400", description = "The id or the condition is not valid; errors point at the place")
    public Uni<RestResponse<SegmentView>> put(@RestPath String id, @Nullable SegmentRequest request) {
        return segments.put(Fields.body(request).validated(id))
                .invoke(saved -> audit.note(saved.created() ? "created" : "changed", "segment", id))
                .map(saved -> RestResponse.status(
                        saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved.segment()));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Allow(roles = Role.MARKETER, scope = WRITE)
    @Operation(summary = "Delete a segment", description = "Its members' leaving is announced.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "There is no such segment")
    @APIResponse(responseCode = "409", description = "Other segments refer to it")
    public Uni<Void> delete(@RestPath String id) {
        return segments.delete(id).invoke(() -> audit.note("deleted", "segment", id));
    }

    @POST
    @Path("/preview")
    @Operation(
            summary = "Try a condition out",
            description =
                    "How many profiles it holds for at the moment, and some of them. Nothing is saved. Where there are more "
                            + "profiles than `rapport.segments.preview-profiles` (20,000), `exact` is false and the count an "
                            + "estimate from so many of them, drawn at random.")
    @APIResponse(responseCode = "200", description = "Count and sample")
    @APIResponse(responseCode = "400", description = "The condition is not valid; errors point at the place")
    public Uni<PreviewView> preview(SegmentRequest.@Nullable Preview request) {
        return segments.preview(Fields.body(request).condition());
    }

    @GET
    @Path("/{id}/members")
    @Operation(summary = "List a segment's members", description = "Ordered by profile id.")
    public Uni<Page<MemberView>> members(
            @RestPath String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return segments.members(id, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/sizes")
    @Operation(summary = "List a segment's sizes", description = "At the end of each hour in which its size changed.")
    public Uni<Page<SizeView>> sizes(
            @RestPath String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return segments.sizes(id, PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}/explain/{profileId}")
    @Operation(
            summary = "Why a profile is in a segment, or is not",
            description = "What each leaf of the condition finds, by its JSON pointer in the condition.")
    public Uni<Explanation> explain(@RestPath String id, @RestPath UUID profileId) {
        return segments.explain(id, profileId);
    }
}

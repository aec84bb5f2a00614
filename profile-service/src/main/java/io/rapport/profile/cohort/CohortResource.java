package io.rapport.profile.cohort;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.access.Audit;
import io.rapport.profile.problem.Fields;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** {@code /api/segments/{id}/members} of static segments. */
@Path("/api/segments")
@Tag(name = "Segments")
@Allow(roles = Role.MARKETER, scope = "segments:write")
class CohortResource {
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final String CSV = "text/csv";

    private final CohortService cohorts;
    private final Audit audit;

    CohortResource(CohortService cohorts, Audit audit) {
        this.cohorts = cohorts;
        this.audit = audit;
    }

    @POST
    @Path("/{id}/members")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put people on a static segment's list, or take them off",
            description =
                    "People are profile ids or `type:value`, 100,000 at most. The list may also come as `text/csv`, one "
                            + "person a line; then `?remove=true` takes them off and `?dryRun=true` only says what would happen. Who is "
                            + "not known is passed over and told with the place; the others are done. It may be sent again: who "
                            + "is a member already stays one, and enters once.")
    @APIResponse(responseCode = "200", description = "What was done, or with dryRun would be")
    @APIResponse(responseCode = "404", description = "There is no such segment")
    @APIResponse(responseCode = "409", description = "The segment has a condition")
    @APIResponse(responseCode = "413", description = "Too many people, or more than 8 MiB of CSV")
    public Uni<CohortView> change(@RestPath String id, @Nullable CohortRequest request) {
        CohortRequest body = Fields.body(request);
        return change(id, body.change(), body.isDryRun());
    }

    @POST
    @Path("/{id}/members")
    @Consumes(CSV)
    public Uni<CohortView> upload(
            @RestPath String id,
            @QueryParam("remove") @DefaultValue("false") boolean remove,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context HttpHeaders headers,
            byte @Nullable [] file) {
        if (file == null || file.length == 0) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The file is empty.");
        }
        if (file.length > MOST_BYTES) {
            throw Problem.of(
                    CommonProblem.PAYLOAD_TOO_LARGE, "A file is at most " + MOST_BYTES + " bytes; send parts.");
        }
        MediaType type = headers.getMediaType();
        return Uni.createFrom()
                .item(() -> CsvRoll.read(CsvText.of(file, type)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(people -> remove ? new CohortChange(new Roll(), people) : new CohortChange(people, new Roll()))
                .chain(change -> change(id, change, dryRun));
    }

    private Uni<CohortView> change(String id, CohortChange change, boolean dryRun) {
        return cohorts.change(id, change, dryRun).invoke(done -> {
            if (!dryRun) {
                audit.note("changed the members of", "segment", id);
            }
        });
    }

    @DELETE
    @Path("/{id}/members/{profileId}")
    @ResponseStatus(204)
    @Operation(summary = "Take a profile off a static segment's list", description = "Who is not on it is no error.")
    @APIResponse(responseCode = "204", description = "It is not on the list any more")
    @APIResponse(responseCode = "404", description = "There is no such segment or profile")
    @APIResponse(responseCode = "409", description = "The segment has a condition")
    public Uni<Void> remove(@RestPath String id, @RestPath UUID profileId) {
        return cohorts.remove(id, profileId).invoke(() -> audit.note("took " + profileId + " off", "segment", id));
    }
}

package io.rapport.profile.consent;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.reference.PersonReference;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/consents}: admins, support, and server keys with the scope. */
@Path("/api/consents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consents", description = "What a person allows, purpose by purpose.")
class ConsentResource {
    private static final String READ = "consents:read";
    private static final String WRITE = "consents:write";

    private final Consents consents;

    ConsentResource(Consents consents) {
        this.consents = consents;
    }

    @GET
    @Allow(roles = Role.SUPPORT, scope = READ)
    @Operation(
            summary = "Read what a person allows",
            description = "Every purpose, also where only the default stands.")
    @APIResponse(responseCode = "200", description = "The person's consent")
    @APIResponse(responseCode = "400", description = "The identity is not valid")
    @APIResponse(responseCode = "404", description = "Nobody is known by that identity")
    public Uni<ConsentView> read(
            @Parameter(description = "`type:value` or a profile's id", example = "userId:42", required = true)
                    @QueryParam("identity")
                    @Nullable
                    String identity) {
        return consents.read(PersonReference.parse(identity, "/identity"));
    }

    @PUT
    @Allow(roles = Role.SUPPORT, scope = WRITE)
    @Operation(summary = "Record a decision", description = "It holds from now on; the history keeps what held before.")
    @APIResponse(responseCode = "200", description = "The person's consent as it is now")
    @APIResponse(responseCode = "400", description = "A field is missing or not valid")
    @APIResponse(responseCode = "404", description = "Nobody is known by that identity")
    public Uni<ConsentView> decide(@Nullable ConsentRequest request) {
        return consents.decide(Fields.body(request).validated());
    }

    @PUT
    @Path("/batch")
    @Allow(roles = Role.SUPPORT, scope = WRITE)
    @Operation(
            summary = "Record many decisions",
            description = "Each stands for itself; those that cannot be taken are named, the rest hold.")
    @APIResponse(responseCode = "200", description = "How many were taken, and which were not")
    @APIResponse(responseCode = "400", description = "A field is missing or not valid; none was taken")
    public Uni<ConsentBatchView> decideAll(ConsentRequest.@Nullable Batch request) {
        return consents.decideAll(Fields.body(request).validated().items());
    }

    @GET
    @Path("/history")
    @Allow(roles = Role.SUPPORT, scope = READ)
    @Operation(summary = "List a person's decisions", description = "The newest first; nothing is ever taken out.")
    @APIResponse(responseCode = "200", description = "A page of decisions")
    @APIResponse(responseCode = "404", description = "Nobody is known by that identity")
    public Uni<Page<ConsentHistory.Decision>> history(
            @Parameter(description = "`type:value` or a profile's id", example = "userId:42", required = true)
                    @QueryParam("identity")
                    @Nullable
                    String identity,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        HistoryPosition after = HistoryPosition.after(page);
        return consents.history(PersonReference.parse(identity, "/identity"), after, page.limit() + 1)
                .map(rows ->
                        Page.of(rows, page, last -> HistoryPosition.of(last).text()));
    }
}

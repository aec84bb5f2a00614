package io.rapport.profile.privacy;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.caller.CurrentCaller;
import io.rapport.platform.caller.Role;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.problem.Fields;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** {@code /api/privacy/requests}: admins take them, support may look. */
@Path("/api/privacy/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What people may ask of us about their data.")
class PrivacyResource {
    private final PrivacyService requests;
    private final CurrentCaller caller;

    PrivacyResource(PrivacyService requests, CurrentCaller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @Allow(scope = "privacy:write")
    @Operation(
            summary = "Forget a person",
            description =
                    "This service forgets at once, the others as they hear of it. Export and suppression come later.")
    @APIResponse(responseCode = "202", description = "Taken")
    @APIResponse(responseCode = "400", description = "A field is missing or not valid")
    @APIResponse(responseCode = "404", description = "Nobody is known by that identity")
    @APIResponse(responseCode = "422", description = "This type of request is not supported yet")
    public Uni<PrivacyRequestView> take(@Nullable PrivacyRequestBody body) {
        return requests.take(Fields.body(body).validated(), caller.get().subject())
                .map(PrivacyRequestView::of);
    }

    @GET
    @Allow(roles = Role.SUPPORT, scope = "privacy:read")
    @Operation(summary = "List the privacy requests", description = "The newest first; none says whose it was.")
    @APIResponse(responseCode = "200", description = "A page of requests")
    public Uni<Page<PrivacyRequestView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return requests.page(PageRequest.of(limit, cursor)).map(page -> page.map(PrivacyRequestView::of));
    }

    @GET
    @Path("/{id}")
    @Allow(roles = Role.SUPPORT, scope = "privacy:read")
    @Operation(summary = "Read a privacy request")
    @APIResponse(responseCode = "200", description = "How far it is")
    @APIResponse(responseCode = "404", description = "There is no such request")
    public Uni<PrivacyRequestView> read(@PathParam("id") UUID id) {
        return requests.find(id).map(PrivacyRequestView::of);
    }
}

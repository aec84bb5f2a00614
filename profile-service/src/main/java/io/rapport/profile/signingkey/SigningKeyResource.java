package io.rapport.profile.signingkey;

import io.rapport.platform.caller.Allow;
import io.rapport.platform.paging.Page;
import io.rapport.platform.paging.PageRequest;
import io.rapport.profile.access.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/signing-keys} for admins, and the public keys for anybody. */
@Path("/")
@Allow
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys", description = "What signs operators' tokens.")
class SigningKeyResource {
    private final SigningKeyService keys;
    private final Audit audit;

    SigningKeyResource(SigningKeyService keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @GET
    @Path(".well-known/jwks.json")
    @Allow(anybody = true)
    @Operation(summary = "The public keys of operators' tokens", description = "A JSON Web Key Set (RFC 7517).")
    @APIResponse(responseCode = "200", description = "Every key that a valid token may be signed with")
    public Uni<JwksView> jwks() {
        return keys.all().map(JwksView::of);
    }

    @GET
    @Path("api/signing-keys")
    @Operation(summary = "List the signing keys", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "The keys in use")
    public Uni<Page<SigningKeyView>> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return keys.all().map(all -> page(all, page).map(SigningKeyView::of));
    }

    /** A key that is gone by now was among the oldest, so all of the others come after it. */
    private static Page<SigningKey> page(List<SigningKey> all, PageRequest page) {
        List<String> kids = all.stream().map(SigningKey::kid).toList();
        List<SigningKey> rest = all.subList(kids.indexOf(page.after()) + 1, all.size());
        return Page.of(rest, page, SigningKey::kid);
    }

    @POST
    @Path("api/signing-keys/rotate")
    @Operation(
            summary = "Have a new key take over",
            description = "The old one stays until every token that it signed has expired.")
    @APIResponse(responseCode = "200", description = "The new key")
    public Uni<SigningKeyView> rotate() {
        return keys.rotate()
                .map(next -> SigningKeyView.of(next.orElseThrow()))
                .invoke(next -> audit.note("rotated to", "signing key", next.kid()));
    }
}

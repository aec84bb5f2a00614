package io.rapport.profile.login;

import io.rapport.platform.caller.Allow;
import io.rapport.profile.access.ShownOnce;
import io.rapport.profile.problem.Fields;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /auth}: no credential needed, for this is where they come from. */
@Path("/auth")
@Allow(anybody = true)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Login", description = "Operators' access tokens.")
class AuthResource {
    private static final int MOST = 1_000;

    private final LoginService logins;

    AuthResource(LoginService logins) {
        this.logins = logins;
    }

    /** Who logs in. */
    record TokenRequest(
            @Schema(required = true) String username,
            @Schema(required = true) String password) {
        TokenRequest validated() {
            new Fields()
                    .text("/username", username, MOST)
                    .text("/password", password, MOST)
                    .end();
            return this;
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "TokenRequest";
        }
    }

    /** Which session. */
    record RefreshRequest(@Schema(required = true) String refreshToken) {
        RefreshRequest validated() {
            new Fields().text("/refreshToken", refreshToken, MOST).end();
            return this;
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "RefreshRequest";
        }
    }

    @POST
    @Path("/token")
    @Operation(summary = "Log in", description = "After some wrong passwords in a row a user name has to wait.")
    @APIResponse(responseCode = "200", description = "The tokens")
    @APIResponse(responseCode = "400", description = "A field is missing")
    @APIResponse(responseCode = "401", description = "The user name or the password is wrong")
    @APIResponse(responseCode = "429", description = "Too many wrong passwords; `Retry-After` says how long to wait")
    public Uni<RestResponse<TokenView>> token(@Nullable TokenRequest request) {
        TokenRequest valid = Fields.body(request).validated();
        return logins.login(valid.username(), valid.password())
                .map(tokens -> ShownOnce.answer(RestResponse.Status.OK, tokens));
    }

    @POST
    @Path("/refresh")
    @Operation(
            summary = "Go on with a session",
            description = "The refresh token is used up. Using one twice ends the session, for it may be stolen.")
    @APIResponse(responseCode = "200", description = "New tokens")
    @APIResponse(responseCode = "401", description = "The session has ended")
    public Uni<RestResponse<TokenView>> refresh(@Nullable RefreshRequest request) {
        return logins.refresh(Fields.body(request).validated().refreshToken())
                .map(tokens -> ShownOnce.answer(RestResponse.Status.OK, tokens));
    }

    @POST
    @Path("/logout")
    @ResponseStatus(204)
    @Operation(summary = "End a session", description = "Its access token runs out by itself.")
    @APIResponse(responseCode = "204", description = "There is no such session any more")
    public Uni<Void> logout(@Nullable RefreshRequest request) {
        return logins.logout(Fields.body(request).validated().refreshToken());
    }
}

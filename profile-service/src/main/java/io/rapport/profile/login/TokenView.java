package io.rapport.profile.login;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A login's tokens. */
record TokenView(
        @Schema(description = "An RS256 JWT for `Authorization: Bearer`.")
        String accessToken,

        @Schema(description = "Works once, at `POST /auth/refresh`.")
        String refreshToken,

        @Schema(description = "The access token's lifetime, in seconds.", examples = "900")
        long expiresIn,

        @Schema(examples = "Bearer") String tokenType) {
    /** Never the tokens. */
    @Override
    public String toString() {
        return "TokenView";
    }
}

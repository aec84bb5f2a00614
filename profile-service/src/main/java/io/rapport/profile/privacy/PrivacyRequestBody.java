package io.rapport.profile.privacy;

import io.rapport.platform.problem.Problem;
import io.rapport.profile.problem.Fields;
import io.rapport.profile.problem.ProfileProblem;
import io.rapport.profile.reference.PersonReference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked for, and for whom. */
record PrivacyRequestBody(
        @Schema(required = true, examples = "erase") PrivacyRequest.Type type,

        @Schema(required = true, examples = "email:anna@example.com")
        String identity) {
    PrivacyRequestBody validated() {
        new Fields().required("/type", type).required("/identity", identity).end();
        if (type != PrivacyRequest.Type.ERASE) {
            throw Problem.of(ProfileProblem.NOT_YET_SUPPORTED, "Of the privacy requests only 'erase' is there yet.");
        }
        return this;
    }

    PersonReference person() {
        return PersonReference.parse(identity, "/identity");
    }

    /** Without the identity, which is personal. */
    @Override
    public String toString() {
        return "PrivacyRequestBody[" + type + "]";
    }
}

package io.rapport.profile.operator;

import io.rapport.platform.caller.Role;
import io.rapport.profile.problem.Fields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an admin describes an operator. */
record OperatorRequest(
        @Nullable @Schema(examples = "Anna de Vries") String name,

        @Schema(
                required = true,
                examples = "[\"marketer\"]",
                enumeration = {"admin", "marketer", "analyst", "support"})
        List<String> roles,

        @Nullable
        @Schema(
                description = "Needed for a new operator; without it a present one keeps theirs.",
                minLength = Passwords.LEAST_LENGTH)
        String password) {

    OperatorRequest validated() {
        Fields fields = new Fields().optional("/name", name, 200).required("/roles", roles);
        List<String> asked = roles == null ? List.of() : roles;
        fields.check(roles == null || !asked.isEmpty(), "/roles", "At least one role is needed.");
        for (int i = 0; i < asked.size(); i++) {
            fields.check(isRole(asked.get(i)), "/roles/" + i, "There is no such role.");
        }
        fields.check(
                password == null || Passwords.isLongEnough(password),
                "/password",
                "A password has " + Passwords.LEAST_LENGTH + " to " + Passwords.MOST_LENGTH + " characters.");
        fields.end();
        return this;
    }

    private static boolean isRole(@Nullable String role) {
        return Arrays.stream(Role.values()).anyMatch(known -> known.wire().equals(role));
    }

    Set<Role> roleSet() {
        EnumSet<Role> held = EnumSet.noneOf(Role.class);
        roles.forEach(role -> held.add(Role.of(role)));
        return held;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "OperatorRequest" + roles;
    }
}

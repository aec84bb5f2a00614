package io.rapport.profile.operator;

import io.rapport.platform.caller.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator as the API shows them. */
record OperatorView(String username, @Nullable String name, List<String> roles, Instant createdAt, Instant updatedAt) {
    static OperatorView of(Operator operator) {
        return new OperatorView(
                operator.username(),
                operator.name(),
                operator.roles().stream().map(Role::wire).sorted().toList(),
                operator.createdAt(),
                operator.updatedAt());
    }
}

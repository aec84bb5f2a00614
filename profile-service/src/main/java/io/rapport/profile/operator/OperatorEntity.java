package io.rapport.profile.operator;

import io.rapport.platform.caller.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code operator}; the roles stand in one text, separated by spaces. */
@Entity
@Table(name = "operator")
class OperatorEntity {
    @Id
    private String username;

    private @Nullable String name;
    private String roles;
    private String passwordHash;
    private int passwordVersion;
    private Instant createdAt;
    private Instant updatedAt;

    static OperatorEntity of(Operator operator) {
        OperatorEntity entity = new OperatorEntity();
        entity.username = operator.username();
        entity.createdAt = operator.createdAt();
        entity.take(operator);
        return entity;
    }

    void take(Operator operator) {
        name = operator.name();
        roles = operator.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
        passwordHash = operator.passwordHash();
        passwordVersion = operator.passwordVersion();
        updatedAt = operator.updatedAt();
    }

    Operator operator() {
        Set<Role> held = Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Operator(username, name, held, passwordHash, passwordVersion, createdAt, updatedAt);
    }
}

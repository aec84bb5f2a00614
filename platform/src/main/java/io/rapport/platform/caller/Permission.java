package io.rapport.platform.caller;

import java.util.Arrays;

/** Whether an {@link Allow} lets a caller in. */
final class Permission {
    private Permission() {}

    static boolean granted(Allow allow, Caller caller) {
        if (allow.anybody()) {
            return true;
        }
        return switch (caller.kind()) {
            case ANONYMOUS -> false;
            case VISITOR -> allow.visitors();
            case SERVER -> allow.visitors() || (!allow.scope().isEmpty() && caller.hasScope(allow.scope()));
            case OPERATOR ->
                caller.roles().contains(Role.ADMIN)
                        || Arrays.stream(allow.roles()).anyMatch(caller.roles()::contains);
        };
    }
}

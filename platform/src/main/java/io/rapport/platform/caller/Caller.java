package io.rapport.platform.caller;

import io.rapport.events.SourceType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the gateway found out.
 *
 * @param subject the operator's user name, the server key's id, or the source's id; for logs and audit
 * @param sourceId the source of a visitor's client or a server key, or null
 * @param userId the user that a user token proved, or null
 */
public record Caller(
        Kind kind,
        String subject,
        @Nullable String sourceId,
        @Nullable SourceType sourceType,
        @Nullable String userId,
        Set<Role> roles,
        Set<String> scopes) {

    /** How the caller identified itself. */
    public enum Kind {
        /** No credential: logging in, public links. */
        ANONYMOUS,
        /** A public write key, perhaps with a user token. */
        VISITOR,
        /** A server key. */
        SERVER,
        /** A person with a role. */
        OPERATOR
    }

    public static final Caller NOBODY = new Caller(Kind.ANONYMOUS, "", null, null, null, Set.of(), Set.of());

    /** Whether this caller may read and write for any visitor. */
    public boolean mayActForAnyVisitor() {
        return kind == Kind.SERVER;
    }

    /** Whether a server key holds this scope ({@code catalog:write}), as such or by a wildcard. */
    public boolean hasScope(String scope) {
        String resource = scope.substring(0, Math.max(scope.indexOf(':'), 0));
        return scopes.contains("*") || scopes.contains(scope) || scopes.contains(resource + ":*");
    }
}

package io.rapport.profile.serverkey;

import java.util.Set;

/**
 * What a server key may be allowed on {@code /api}: {@code <resource>:read}, {@code <resource>:write}, {@code <resource>:*}
 * or {@code *} for all. Whatever its scopes, a server key may call {@code /v1} for any visitor. Sources, server keys and
 * operators are in no scope: only an admin gives access.
 */
final class Scope {
    static final String ALL = "*";

    /** The resources of {@code /api}, by their path. */
    private static final Set<String> RESOURCES = Set.of(
            "assistant",
            "audiences",
            "campaigns",
            "catalog",
            "channels",
            "configurations",
            "consents",
            "coupons",
            "dead-letters",
            "destinations",
            "experiences",
            "experiments",
            "imports",
            "insights",
            "journeys",
            "loyalty",
            "merchandising",
            "messages",
            "models",
            "placements",
            "pricing",
            "privacy",
            "profiles",
            "rejected-events",
            "reports",
            "rewards",
            "segments",
            "surveys",
            "synonyms",
            "templates");

    private static final Set<String> RIGHTS = Set.of("read", "write", "*");

    private Scope() {}

    static boolean isValid(String scope) {
        if (scope.equals(ALL)) {
            return true;
        }
        int colon = scope.indexOf(':');
        return colon > 0
                && RESOURCES.contains(scope.substring(0, colon))
                && RIGHTS.contains(scope.substring(colon + 1));
    }
}

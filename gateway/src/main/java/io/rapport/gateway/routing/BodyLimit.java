package io.rapport.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.util.regex.Pattern;

/** How much a request may bring to a service. Only bulk goes through as it comes; all else is read whole first. */
enum BodyLimit {
    /** Anybody may send these, so little is enough: a login, an unsubscription, a webhook. */
    LITTLE(64 * 1024),
    FROM_VISITORS(500 * 1024),
    FROM_OPERATORS(1024 * 1024),
    /** Products, imported files and lists of people; how much is the operator's setting. */
    BULK(-1);

    private static final String PRODUCTS = "/api/catalog/products";
    private static final String IMPORTS = "/api/imports";
    private static final Pattern MEMBERS = Pattern.compile("/api/segments/[^/]+/members/?");

    private final int most;

    BodyLimit(int most) {
        this.most = most;
    }

    static BodyLimit of(ServicePath path, HttpMethod method, String normalized) {
        return switch (path.admission()) {
            case ANYBODY -> LITTLE;
            case VISITORS -> FROM_VISITORS;
            case OPERATORS -> isBulk(method, normalized) ? BULK : FROM_OPERATORS;
        };
    }

    private static boolean isBulk(HttpMethod method, String path) {
        boolean writes = HttpMethod.POST.equals(method) || HttpMethod.PUT.equals(method);
        boolean products = path.equals(PRODUCTS) || path.equals(PRODUCTS + "/");
        boolean members = MEMBERS.matcher(path).matches();
        return writes && (products || members || path.equals(IMPORTS) || path.startsWith(IMPORTS + "/"));
    }

    /** Bytes. */
    int most() {
        return most;
    }
}

package io.rapport.gateway.routing;

import static io.rapport.gateway.backend.Backend.CAMPAIGN;
import static io.rapport.gateway.backend.Backend.PROFILE;
import static io.rapport.gateway.backend.Backend.RECOMMENDATION;
import static io.rapport.gateway.backend.Backend.SURVEY;
import static io.rapport.gateway.routing.Admission.ANYBODY;
import static io.rapport.gateway.routing.Admission.OPERATORS;
import static io.rapport.gateway.routing.Admission.VISITORS;

import io.rapport.gateway.backend.Backend;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public contract's paths and the services behind them. What is not here does not exist outside. */
final class RoutingTable {
    private final Map<String, ServicePath> paths = new HashMap<>();

    RoutingTable() {
        route(PROFILE, ANYBODY, "/auth/token", "/auth/refresh", "/auth/logout");
        route(PROFILE, ANYBODY, "/.well-known/jwks.json", "/hooks");
        route(PROFILE, OPERATORS, "/auth");
        api(PROFILE, "sources", "server-keys", "operators", "signing-keys");
        api(PROFILE, "profiles", "segments", "scores", "consents", "privacy", "insights", "imports");
        api(PROFILE, "rejected-events", "dead-letters");

        api(RECOMMENDATION, "placements", "models", "merchandising", "catalog");
        api(RECOMMENDATION, "synonyms", "pricing", "assistant");
        v1(RECOMMENDATION, "products", "search", "navigation", "configurations", "assistant");

        route(CAMPAIGN, ANYBODY, "/u", "/o", "/c");
        api(CAMPAIGN, "campaigns", "journeys", "templates", "channels", "messages", "experiences");
        api(CAMPAIGN, "rewards", "coupons", "loyalty", "experiments", "reports", "destinations", "audiences");
        v1(CAMPAIGN, "inbox", "preferences", "experiences", "rewards", "wallet", "coupons");
        route(CAMPAIGN, VISITORS, "/ofrep/v1");

        api(SURVEY, "surveys");
        v1(SURVEY, "surveys");
    }

    private void api(Backend backend, String... names) {
        for (String name : names) {
            route(backend, OPERATORS, "/api/" + name);
        }
    }

    private void v1(Backend backend, String... names) {
        for (String name : names) {
            route(backend, VISITORS, "/v1/" + name);
        }
    }

    private void route(Backend backend, Admission admission, String... begins) {
        for (String path : begins) {
            paths.put(path, new ServicePath(path, backend, admission));
        }
    }

    /** What stands for this path: its first two segments, or else its first. */
    Optional<ServicePath> find(String path) {
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        ServicePath two = paths.get(third < 0 ? path : path.substring(0, third));
        return two != null || second < 0
                ? Optional.ofNullable(two)
                : Optional.ofNullable(paths.get(path.substring(0, second)));
    }
}

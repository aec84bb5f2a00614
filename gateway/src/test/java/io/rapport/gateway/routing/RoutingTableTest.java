package io.rapport.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.backend.Backend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {
    private final RoutingTable table = new RoutingTable();

    @ParameterizedTest
    @CsvSource({
        "/auth/token, PROFILE, ANYBODY",
        "/auth/refresh, PROFILE, ANYBODY",
        "/.well-known/jwks.json, PROFILE, ANYBODY",
        "/auth/sessions, PROFILE, OPERATORS",
        "/hooks/crm, PROFILE, ANYBODY",
        "/api/sources, PROFILE, OPERATORS",
        "/api/sources/web, PROFILE, OPERATORS",
        "/api/server-keys, PROFILE, OPERATORS",
        "/api/operators/ada, PROFILE, OPERATORS",
        "/api/profiles/1/events, PROFILE, OPERATORS",
        "/api/privacy/requests, PROFILE, OPERATORS",
        "/api/insights/funnel, PROFILE, OPERATORS",
        "/api/dead-letters/1/replay, PROFILE, OPERATORS",
        "/api/catalog/products/x, RECOMMENDATION, OPERATORS",
        "/api/pricing/rules, RECOMMENDATION, OPERATORS",
        "/v1/products/x, RECOMMENDATION, VISITORS",
        "/v1/search, RECOMMENDATION, VISITORS",
        "/v1/search/suggest, RECOMMENDATION, VISITORS",
        "/v1/navigation, RECOMMENDATION, VISITORS",
        "/v1/configurations/1, RECOMMENDATION, VISITORS",
        "/v1/assistant/messages, RECOMMENDATION, VISITORS",
        "/api/journeys/1/runs, CAMPAIGN, OPERATORS",
        "/api/audiences/1/sync, CAMPAIGN, OPERATORS",
        "/v1/inbox, CAMPAIGN, VISITORS",
        "/v1/inbox/1/read, CAMPAIGN, VISITORS",
        "/v1/preferences, CAMPAIGN, VISITORS",
        "/v1/coupons/X/redeem, CAMPAIGN, VISITORS",
        "/ofrep/v1/evaluate/flags, CAMPAIGN, VISITORS",
        "/u/token, CAMPAIGN, ANYBODY",
        "/o/token.gif, CAMPAIGN, ANYBODY",
        "/c/token, CAMPAIGN, ANYBODY",
        "/api/surveys/1/results, SURVEY, OPERATORS",
        "/v1/surveys/1/responses, SURVEY, VISITORS"
    })
    void everyPathOfTheContractHasItsService(String path, Backend backend, Admission admission) {
        assertThat(table.find(path)).hasValueSatisfying(found -> {
            assertThat(found.backend()).isEqualTo(backend);
            assertThat(found.admission()).isEqualTo(admission);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api", "/api/", "/api/nothing", "/v1/nothing", "/internal/clock", "/sources", "/ux", ""})
    void otherPathsHaveNone(String path) {
        assertThat(table.find(path)).isEmpty();
    }
}

package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.marcnuri.helm.LintResult;
import io.rapport.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Map<String, String> EVERYTHING = Map.of(
            "ingress.enabled", "true",
            "ingress.tlsSecret", "shop-tls",
            "kafka.createTopicsAsHook", "false",
            "bootstrap.existingSecret", "rapport-bootstrap",
            "services.gateway.autoscaling.enabled", "true",
            "services.profile-service.autoscaling.enabled", "true");

    @Test
    void lintFindsNothing() {
        // When
        LintResult result = Chart.lint();

        // Then
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void everyManifestIsStrictlyValidAsDelivered() {
        // When
        List<Manifest> manifests = Chart.render(Map.of());

        // Then
        assertThat(Chart.faults(manifests)).isEmpty();
        assertThat(manifests)
                .filteredOn(m -> m.kind().equals("Deployment"))
                .extracting(Manifest::name)
                .containsExactlyInAnyOrder(
                        "shop-gateway",
                        "shop-profile-service",
                        "shop-recommendation-service",
                        "shop-campaign-service",
                        "shop-survey-service");
    }

    @Test
    void everyManifestIsStrictlyValidWithEveryOptionOn() {
        // When
        List<Manifest> manifests = Chart.render(EVERYTHING);

        // Then
        assertThat(Chart.faults(manifests)).isEmpty();
        assertThat(manifests)
                .extracting(Manifest::kind)
                .contains("Ingress", "HorizontalPodAutoscaler", "Job", "NetworkPolicy");
    }

    @Test
    void anAutoscaledServiceLeavesItsReplicasToTheAutoscaler() {
        // When
        List<Manifest> manifests = Chart.render(EVERYTHING);

        // Then
        assertThat(manifests)
                .filteredOn(m -> m.kind().equals("Deployment") && m.name().equals("shop-gateway"))
                .allMatch(m -> !m.at("spec").getAsJsonObject().has("replicas"));
    }

    @Test
    void onlyTheGatewayHoldsThePrivateKey() {
        // When
        List<Manifest> manifests = Chart.render(Map.of());

        // Then
        assertThat(manifests)
                .filteredOn(m -> m.json().toString().contains("RAPPORT_INTERNAL_PRIVATE_KEY"))
                .extracting(Manifest::name)
                .containsExactly("shop-gateway");
    }

    private static Manifest one(List<Manifest> manifests, String kind, String name) {
        return manifests.stream()
                .filter(m -> m.kind().equals(kind) && m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A container's variables, as the last one of a name has it. */
    private static Map<String, String> variables(Manifest deployment) {
        Map<String, String> variables = new HashMap<>();
        for (JsonElement one : deployment.containers().get(0).getAsJsonArray("env")) {
            JsonObject variable = one.getAsJsonObject();
            variables.put(
                    variable.get("name").getAsString(),
                    variable.has("value") ? variable.get("value").getAsString() : "from elsewhere");
        }
        return variables;
    }

    @Test
    void theGatewayIsToldWhereTheOutsideReachesIt() {
        // When
        List<Manifest> asDelivered = Chart.render(Map.of());
        List<Manifest> told =
                Chart.render(Map.of("gateway.publicUrl", "https://shop.example.com", "gateway.trustProxy", "true"));

        // Then
        assertThat(variables(one(asDelivered, "Deployment", "shop-gateway")))
                .doesNotContainKey("RAPPORT_GATEWAY_PUBLIC_URL")
                .containsEntry("RAPPORT_GATEWAY_TRUST_PROXY", "false");
        assertThat(variables(one(told, "Deployment", "shop-gateway")))
                .containsEntry("RAPPORT_GATEWAY_PUBLIC_URL", "https://shop.example.com")
                .containsEntry("RAPPORT_GATEWAY_TRUST_PROXY", "true");
        assertThat(variables(one(told, "Deployment", "shop-survey-service")))
                .doesNotContainKeys("RAPPORT_GATEWAY_PUBLIC_URL", "RAPPORT_GATEWAY_TRUST_PROXY");
    }

    @Test
    void moreVariablesReachEveryServiceAndAServicesOwnWin() {
        // When
        List<Manifest> manifests = Chart.render(Map.of(
                "extraEnv[0].name", "RAPPORT_X",
                "extraEnv[0].value", "all",
                "services.survey-service.extraEnv[0].name", "RAPPORT_X",
                "services.survey-service.extraEnv[0].value", "own"));

        // Then
        assertThat(variables(one(manifests, "Deployment", "shop-gateway"))).containsEntry("RAPPORT_X", "all");
        assertThat(variables(one(manifests, "Deployment", "shop-survey-service")))
                .containsEntry("RAPPORT_X", "own");
        assertThat(Chart.faults(manifests)).isEmpty();
    }

    @Test
    void aPodThatStopsIsLeftTimeToBeForgottenAndToEndWhatItHasBegun() {
        // When
        List<Manifest> manifests = Chart.render(Map.of());

        // Then
        JsonObject settings =
                one(manifests, "ConfigMap", "shop-config").at("data").getAsJsonObject();
        assertThat(settings.get("QUARKUS_SHUTDOWN_TIMEOUT").getAsString()).isEqualTo("25s");
        assertThat(manifests).filteredOn(m -> m.kind().equals("Deployment")).allSatisfy(deployment -> {
            int sleep = deployment
                    .containers()
                    .get(0)
                    .getAsJsonObject("lifecycle")
                    .getAsJsonObject("preStop")
                    .getAsJsonObject("sleep")
                    .get("seconds")
                    .getAsInt();
            int grace = deployment
                    .at("spec", "template", "spec", "terminationGracePeriodSeconds")
                    .getAsInt();
            assertThat(sleep).isPositive();
            assertThat(grace).isGreaterThan(sleep + 25);
        });
    }

    @Test
    void theHeapIsAShareOfTheContainersMemory() {
        JsonObject settings = one(Chart.render(Map.of()), "ConfigMap", "shop-config")
                .at("data")
                .getAsJsonObject();
        assertThat(settings.get("JAVA_TOOL_OPTIONS").getAsString()).isEqualTo("-XX:MaxRAMPercentage=65.0");
    }

    @Test
    void theOutsideReachesTheContractsPathsAndNoMetrics() {
        // When
        Manifest ingress = one(Chart.render(EVERYTHING), "Ingress", "shop-gateway");

        // Then
        List<String> paths = new ArrayList<>();
        for (JsonElement rule : ingress.at("spec", "rules").getAsJsonArray()) {
            rule.getAsJsonObject()
                    .getAsJsonObject("http")
                    .getAsJsonArray("paths")
                    .forEach(
                            path -> paths.add(path.getAsJsonObject().get("path").getAsString()));
        }
        assertThat(paths).contains("/v1", "/api", "/auth", "/hooks").doesNotContain("/", "/metrics", "/internal");
        assertThatThrownBy(() -> Chart.render(Map.of("ingress.paths[0]", "/metrics")))
                .hasMessageContaining("paths");
    }

    @Test
    void everyPodHasAPolicyAndMayBeScrapedFromTheNamedNamespaces() {
        // When
        List<Manifest> manifests = Chart.render(Map.of("networkPolicy.scrapeNamespaces[0]", "watch"));

        // Then
        assertThat(manifests)
                .filteredOn(m -> m.kind().equals("NetworkPolicy"))
                .hasSize(5)
                .allSatisfy(policy -> {
                    JsonArray rules = policy.at("spec", "ingress").getAsJsonArray();
                    assertThat(rules).hasSize(2);
                    assertThat(rules.get(1).toString()).contains("\"kubernetes.io/metadata.name\":\"watch\"");
                });
    }

    @Test
    void theGatewayIsOpenToAllOrToTheNamedNamespaces() {
        // When
        Manifest open = one(Chart.render(Map.of()), "NetworkPolicy", "shop-gateway");
        List<Manifest> manifests = Chart.render(Map.of("networkPolicy.ingressNamespaces[0]", "ingress-nginx"));
        Manifest closed = one(manifests, "NetworkPolicy", "shop-gateway");

        // Then
        assertThat(rule(open).has("from")).isFalse();
        assertThat(rule(closed).get("from").toString()).contains("ingress-nginx");
        assertThat(Chart.faults(manifests)).isEmpty();
    }

    private static JsonObject rule(Manifest policy) {
        return policy.at("spec", "ingress").getAsJsonArray().get(0).getAsJsonObject();
    }

    @Test
    void valuesThatTheSchemaDoesNotKnowAreRefused() {
        assertThatThrownBy(() -> Chart.render(Map.of("gateway.publicUrl", "shop.example.com")))
                .hasMessageContaining("publicUrl");
        assertThatThrownBy(() -> Chart.render(Map.of("servces.gateway.replicas", "3")))
                .hasMessageContaining("servces");
        assertThatThrownBy(() -> Chart.render(Map.of("services.gateway.replicas", "0")))
                .hasMessageContaining("replicas");
        assertThatThrownBy(() -> Chart.render(Map.of("consentDefault.marketing", "maybe")))
                .hasMessageContaining("marketing");
    }

    @Test
    void theTopicsJobCreatesWhatTheEventsModuleNames() throws IOException {
        // Given
        List<String> expected = Topics.all("").stream().map(ChartTest::line).toList();

        // When
        List<String> lines = Files.readAllLines(Chart.FOLDER.resolve("topics.txt"));

        // Then
        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String line(Topics.TopicSpec topic) {
        String kept = topic.compacted() ? "cleanup.policy=compact" : "retention.ms=" + topic.retentionMillis();
        return topic.name() + " " + topic.partitions() + " " + kept;
    }
}

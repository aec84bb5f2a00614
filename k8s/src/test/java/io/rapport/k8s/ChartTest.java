package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import io.rapport.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
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

    @Test
    void valuesThatTheSchemaDoesNotKnowAreRefused() {
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

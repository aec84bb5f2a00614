package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The checks are worth nothing if they let a broken manifest pass: each fixture breaks the good one in one place. */
class BrokenManifestTest {
    private static final String GOOD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: shop-gateway
            spec:
              replicas: 2
              selector:
                matchLabels:
                  app: gateway
              template:
                metadata:
                  labels:
                    app: gateway
                spec:
                  containers:
                    - name: gateway
                      image: rapport/gateway:1
                      securityContext:
                        readOnlyRootFilesystem: true
                      env:
                        - name: RAPPORT_SECRETS_KEY
                          valueFrom:
                            secretKeyRef: {name: keys, key: key}
                      startupProbe: &probe
                        httpGet: {path: /health/ready, port: http}
                      livenessProbe: *probe
                      readinessProbe: *probe
                      resources:
                        requests: {memory: 64Mi}
                        limits: {memory: 64Mi}
            """;

    @Test
    void theGoodOnePasses() {
        assertThat(faults(manifest -> manifest)).isEmpty();
    }

    @Test
    void aMisspeltFieldIsFound() {
        assertThat(faults(good -> good.replace("replicas: 2", "replica: 2"))).isNotEmpty();
    }

    @Test
    void aValueOfTheWrongTypeIsFound() {
        assertThat(faults(good -> good.replace("replicas: 2", "replicas: two"))).isNotEmpty();
    }

    @Test
    void aMissingSelectorIsFound() {
        assertThat(faults(good -> good.replace("  selector:\n    matchLabels:\n      app: gateway\n", "")))
                .isNotEmpty();
    }

    @Test
    void aSelectorThatMatchesNoPodIsFound() {
        assertThat(faults(good ->
                        good.replace("    matchLabels:\n      app: gateway", "    matchLabels:\n      app: other")))
                .isNotEmpty();
    }

    @Test
    void aMissingProbeIsFound() {
        assertThat(faults(good -> good.replace("          livenessProbe: *probe\n", "")))
                .isNotEmpty();
    }

    @Test
    void aSecretInClearIsFound() {
        assertThat(faults(good -> good.replace("RAPPORT_SECRETS_KEY", "RAPPORT_DATABASE_PASSWORD")
                        .replace("valueFrom:\n                secretKeyRef: {name: keys, key: key}", "value: hunter2")))
                .isNotEmpty();
    }

    @Test
    void missingLimitsAreFound() {
        assertThat(faults(good -> good.replace("            limits: {memory: 64Mi}\n", "")))
                .isNotEmpty();
    }

    @Test
    void anUnknownKindIsFound() {
        assertThat(faults(good -> good.replace("kind: Deployment", "kind: Deploymint")))
                .isNotEmpty();
    }

    private static List<String> faults(UnaryOperator<String> breaking) {
        String broken = breaking.apply(GOOD);
        return Chart.faults(Manifest.parse(broken));
    }
}

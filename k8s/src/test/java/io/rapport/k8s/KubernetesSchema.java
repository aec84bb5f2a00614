package io.rapport.k8s;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kubernetes' own schema, as its Java client holds it: unknown fields, missing ones and wrong types are faults. */
final class KubernetesSchema {
    /** Checks an element's fields, then reads it into the client's model. */
    private record Model(Check validate, Read read) {}

    private interface Check {
        void check(JsonElement element) throws IOException;
    }

    private interface Read {
        Object read(String json) throws IOException;
    }

    private static final Map<String, Model> MODELS = Map.of(
            "v1/ConfigMap", new Model(V1ConfigMap::validateJsonElement, V1ConfigMap::fromJson),
            "v1/Service", new Model(V1Service::validateJsonElement, V1Service::fromJson),
            "v1/ServiceAccount", new Model(V1ServiceAccount::validateJsonElement, V1ServiceAccount::fromJson),
            "apps/v1/Deployment", new Model(V1Deployment::validateJsonElement, V1Deployment::fromJson),
            "batch/v1/Job", new Model(V1Job::validateJsonElement, V1Job::fromJson),
            "policy/v1/PodDisruptionBudget",
                    new Model(V1PodDisruptionBudget::validateJsonElement, V1PodDisruptionBudget::fromJson),
            "networking.k8s.io/v1/Ingress", new Model(V1Ingress::validateJsonElement, V1Ingress::fromJson),
            "networking.k8s.io/v1/NetworkPolicy",
                    new Model(V1NetworkPolicy::validateJsonElement, V1NetworkPolicy::fromJson),
            "autoscaling/v2/HorizontalPodAutoscaler",
                    new Model(V2HorizontalPodAutoscaler::validateJsonElement, V2HorizontalPodAutoscaler::fromJson));

    private KubernetesSchema() {}

    static List<String> faults(Manifest manifest) {
        String type = manifest.text("apiVersion") + "/" + manifest.kind();
        Model model = MODELS.get(type);
        if (model == null) {
            return List.of(type + " is not a type that this chart may hold");
        }
        List<String> faults = new ArrayList<>();
        try {
            model.validate().check(manifest.json());
            model.read().read(manifest.json().toString());
        } catch (IOException | RuntimeException e) {
            faults.add(type + " " + manifest.name() + ": " + e.getMessage());
        }
        return faults;
    }
}

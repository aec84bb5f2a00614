package io.rapport.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What this house asks of a manifest beyond Kubernetes' schema. */
final class HouseRules {
    private static final List<String> SECRET_WORDS =
            List.of("PASSWORD", "SECRET", "PRIVATE_KEY", "TOKEN", "REDIS_HOSTS");

    private HouseRules() {}

    static List<String> faults(Manifest manifest) {
        List<String> faults = new ArrayList<>();
        manifest.containers().forEach(container -> faults.addAll(container(manifest, container)));
        if (manifest.kind().equals("Deployment")) {
            faults.addAll(deployment(manifest));
        }
        if (manifest.kind().equals("ConfigMap")) {
            manifest.at("data")
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(entry -> clearSecret(manifest, entry.getKey(), faults));
        }
        return faults;
    }

    private static List<String> deployment(Manifest manifest) {
        List<String> faults = new ArrayList<>();
        JsonObject selector = manifest.at("spec", "selector", "matchLabels").getAsJsonObject();
        JsonObject labels =
                manifest.at("spec", "template", "metadata", "labels").getAsJsonObject();
        if (selector.isEmpty() || !labels.entrySet().containsAll(selector.entrySet())) {
            faults.add(manifest.name() + ": the selector does not match the pod's labels");
        }
        for (JsonObject container : manifest.containers()) {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                require(container.has(probe), manifest, "no " + probe, faults);
            }
        }
        return faults;
    }

    private static List<String> container(Manifest manifest, JsonObject container) {
        List<String> faults = new ArrayList<>();
        require(has(container, "resources", "requests", "memory"), manifest, "no memory request", faults);
        require(has(container, "resources", "limits", "memory"), manifest, "no memory limit", faults);
        require(
                has(container, "securityContext", "readOnlyRootFilesystem"),
                manifest,
                "a writable root filesystem",
                faults);
        if (container.has("env")) {
            for (JsonElement variable : container.getAsJsonArray("env")) {
                if (variable.getAsJsonObject().has("value")) {
                    clearSecret(manifest, variable.getAsJsonObject().get("name").getAsString(), faults);
                }
            }
        }
        return faults;
    }

    private static void clearSecret(Manifest manifest, String variable, List<String> faults) {
        String name = variable.toUpperCase(Locale.ROOT);
        boolean secret = SECRET_WORDS.stream().anyMatch(name::contains);
        require(!secret, manifest, variable + " stands in clear", faults);
    }

    private static boolean has(JsonObject object, String... path) {
        JsonElement element = object;
        for (String field : path) {
            if (!element.isJsonObject() || !element.getAsJsonObject().has(field)) {
                return false;
            }
            element = element.getAsJsonObject().get(field);
        }
        return true;
    }

    private static void require(boolean holds, Manifest manifest, String fault, List<String> faults) {
        if (!holds) {
            faults.add(Map.entry(manifest.kind(), manifest.name()) + ": " + fault);
        }
    }
}

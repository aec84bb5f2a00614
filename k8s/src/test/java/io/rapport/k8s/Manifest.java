package io.rapport.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One rendered object. */
record Manifest(JsonObject json) {
    /** The objects of a stream of YAML documents; a key that stands twice is an error. */
    static List<Manifest> parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
            if (document != null) {
                manifests.add(new Manifest(new Gson().toJsonTree(document).getAsJsonObject()));
            }
        }
        return manifests;
    }

    String kind() {
        return text("kind");
    }

    String name() {
        return at("metadata", "name").getAsString();
    }

    String text(String field) {
        return json.has(field) ? json.get(field).getAsString() : "";
    }

    /** The element at a path of fields, or an empty object. */
    JsonElement at(String... path) {
        JsonElement element = json;
        for (String field : path) {
            boolean has = element.isJsonObject() && element.getAsJsonObject().has(field);
            element = has ? element.getAsJsonObject().get(field) : new JsonObject();
        }
        return element;
    }

    List<JsonObject> containers() {
        JsonElement containers = at("spec", "template", "spec", "containers");
        return containers instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .toList()
                : List.of();
    }
}

package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code lookup: {values, otherwise, keep}}: a value that is not listed is refused, replaced, or kept. */
final class LookupReading {
    private LookupReading() {}

    static Transform read(YamlNode node) {
        YamlMap map = node.map();
        Map<String, JsonNode> values = new HashMap<>();
        map.need("values").map().all().forEach((key, value) -> values.put(key, value.constant()));
        Optional<JsonNode> otherwise = map.take("otherwise", YamlNode::constant);
        boolean keep = map.take("keep", YamlNode::truth).orElse(false);
        map.refuseOthers();
        if (keep && otherwise.isPresent()) {
            throw node.fault("either \"otherwise\" or \"keep\"");
        }
        return Transform.each(value -> {
            JsonNode found = values.get(Texts.of(value));
            return found != null ? found : unlisted(value, otherwise, keep);
        });
    }

    private static JsonNode unlisted(JsonNode value, Optional<JsonNode> otherwise, boolean keep) {
        if (keep) {
            return value;
        }
        return otherwise.orElseThrow(
                () -> new Unfit(Unfit.quoted(Texts.of(value)) + " is not among the values listed"));
    }
}

package io.rapport.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one OpenAPI document of what each service's build wrote: public paths only, sorted, and a schema that two services
 * name alike but shape differently gets the service's name before its own.
 */
final class OpenApiMerge {
    static final List<String> SERVICES =
            List.of("gateway", "profile-service", "recommendation-service", "campaign-service", "survey-service");
    private static final String SCHEMA_REF = "#/components/schemas/";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    JsonNode merge(Path root) throws IOException {
        for (String service : SERVICES) {
            add(
                    service,
                    mapper.readTree(root.resolve(service + "/target/openapi/openapi.json")
                            .toFile()));
        }
        ObjectNode document = mapper.createObjectNode().put("openapi", "3.1.0");
        document.set("info", info());
        document.set(
                "servers",
                mapper.createArrayNode().add(mapper.createObjectNode().put("url", "http://localhost:8080")));
        document.set("security", security());
        document.set("paths", mapper.valueToTree(paths));
        ObjectNode components = document.putObject("components");
        components.set("schemas", mapper.valueToTree(schemas));
        components.set("securitySchemes", schemes());
        return document;
    }

    private ObjectNode info() {
        return mapper.createObjectNode()
                .put("title", "Rapport")
                .put("version", "v1")
                .put("description", "Personalization for e-commerce: everything is reached through the gateway.");
    }

    private JsonNode security() {
        return mapper.createArrayNode()
                .add(mapper.createObjectNode().set("writeKey", mapper.createArrayNode()))
                .add(mapper.createObjectNode().set("bearer", mapper.createArrayNode()));
    }

    private ObjectNode schemes() {
        ObjectNode schemes = mapper.createObjectNode();
        schemes.putObject("writeKey")
                .put("type", "http")
                .put("scheme", "basic")
                .put("description", "A source's public write key as the user name, no password.");
        schemes.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A server key (sk_…) or an operator's token from POST /auth/token.");
        return schemes;
    }

    private void add(String service, JsonNode document) {
        Map<String, String> renamed = new TreeMap<>();
        document.path("components").path("schemas").fields().forEachRemaining(schema -> {
            JsonNode known = schemas.get(schema.getKey());
            if (known != null && !known.equals(schema.getValue())) {
                renamed.put(schema.getKey(), service + "." + schema.getKey());
            }
        });
        document.path("components")
                .path("schemas")
                .fields()
                .forEachRemaining(schema -> schemas.put(
                        renamed.getOrDefault(schema.getKey(), schema.getKey()),
                        rename(schema.getValue().deepCopy(), renamed)));
        document.path("paths").fields().forEachRemaining(path -> {
            if (!path.getKey().startsWith("/internal")) {
                paths.put(path.getKey(), rename(path.getValue().deepCopy(), renamed));
            }
        });
    }

    private static JsonNode rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object) {
            for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                field.setValue(isRef(field) ? ref(field.getValue(), renamed) : rename(field.getValue(), renamed));
            }
        } else {
            node.forEach(element -> rename(element, renamed));
        }
        return node;
    }

    private static boolean isRef(Map.Entry<String, JsonNode> field) {
        return field.getKey().equals("$ref") && field.getValue().isTextual();
    }

    private static JsonNode ref(JsonNode ref, Map<String, String> renamed) {
        String name = ref.asText().substring(SCHEMA_REF.length());
        return TextNode.valueOf(SCHEMA_REF + renamed.getOrDefault(name, name));
    }
}

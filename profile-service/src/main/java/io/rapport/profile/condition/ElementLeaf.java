package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.condition.value.TraitPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code {"trait":"orders[]","where":{…}}}: holds where one element of the array does all that is asked of it. */
public record ElementLeaf(TraitPath path, Condition where) implements Leaf {
    @Override
    public LeafId id() {
        return LeafId.of(this);
    }

    @Override
    public Truth evaluate(Subject subject, Instant now) {
        List<Truth> elements = new ArrayList<>();
        for (JsonNode element : array(subject)) {
            elements.add(where.evaluate(new Element(element), now));
        }
        return Truth.any(elements);
    }

    private JsonNode array(Subject subject) {
        JsonNode field = subject.trait(path);
        return field.isArray() ? field : JsonNodeFactory.instance.arrayNode();
    }

    /** The elements that hold. */
    @Override
    public JsonNode observed(Subject subject, Instant now) {
        ArrayNode holding = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : array(subject)) {
            if (where.evaluate(new Element(element), now).holds()) {
                holding.add(element);
            }
        }
        return holding;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("trait", path + "[]");
        return json.set("where", where.toJson());
    }
}

package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.recommendation.input.FieldReader;
import io.rapport.recommendation.input.Text;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a product is like: names with a scalar or a list of scalars each. */
final class Attributes {
    private static final int ENTRIES = 500;

    private Attributes() {}

    static Map<String, JsonNode> read(FieldReader fields, String name) {
        JsonNode given = fields.raw(name);
        Map<String, JsonNode> attributes = new TreeMap<>();
        if (given.isMissingNode()) {
            return attributes;
        }
        if (!given.isObject() || given.size() > ProductLimits.ATTRIBUTES) {
            fields.fault(name, "An object of at most " + ProductLimits.ATTRIBUTES + " attributes is expected here.");
            return attributes;
        }
        for (Iterator<Map.Entry<String, JsonNode>> all = given.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> attribute = all.next();
            check(fields, name, attribute.getKey(), attribute.getValue());
            attributes.put(attribute.getKey(), attribute.getValue());
        }
        return attributes;
    }

    private static void check(FieldReader fields, String name, String attribute, JsonNode value) {
        String fault = Text.isId(attribute) ? fault(value) : "An attribute's name is 1 to 255 plain characters.";
        if (fault != null) {
            fields.fault(Text.isId(attribute) ? name + "/" + FieldReader.escaped(attribute) : name, fault);
        }
    }

    private static @Nullable String fault(JsonNode value) {
        if (value.isArray() && value.size() > ENTRIES) {
            return "There are more than " + ENTRIES + " entries.";
        }
        boolean plain = isScalar(value) || (value.isArray() && allScalars(value));
        return plain ? textFault(value) : "A text, number, boolean or a list of them is expected here.";
    }

    private static boolean allScalars(JsonNode array) {
        for (JsonNode entry : array) {
            if (!isScalar(entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isScalar(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isBoolean();
    }

    /** Notes a text anywhere below the field that no database or reader would take. */
    static void checkTexts(FieldReader fields, String name) {
        String fault = textFault(fields.raw(name));
        if (fault != null) {
            fields.fault(name, fault);
        }
    }

    private static @Nullable String textFault(JsonNode value) {
        if (value.isTextual()) {
            return Text.fault(value.textValue(), ProductLimits.ATTRIBUTE, true);
        }
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String fault = Text.fault(names.next(), Text.LONGEST_ID, false);
            if (fault != null) {
                return fault;
            }
        }
        for (JsonNode below : value) {
            String fault = textFault(below);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }
}

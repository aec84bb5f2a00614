package io.rapport.recommendation.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.events.Money;
import io.rapport.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object's fields, collecting what is wrong with each under its JSON pointer (RFC 6901). What is asked for is
 * what is known: {@link #refuseOthers()} reports the rest by name.
 */
public final class FieldReader {
    private final JsonNode node;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();

    private FieldReader(JsonNode node, String pointer, List<FieldError> errors) {
        this.node = node;
        this.pointer = pointer;
        this.errors = errors;
        if (!node.isObject()) {
            errors.add(new FieldError(pointer, "A JSON object is expected here."));
        }
    }

    /** Of a whole body; {@code errors} takes what is found wrong. */
    public static FieldReader of(JsonNode body, List<FieldError> errors) {
        return new FieldReader(body, "", errors);
    }

    /** Whether there is an object to read; where not, that is noted, and asking for fields notes no more. */
    public boolean readable() {
        return node.isObject();
    }

    /** The field as it is; missing where it is absent or null. */
    public JsonNode raw(String name) {
        known.add(name);
        JsonNode value = node.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    /** Whether the field is given, be it as null. */
    public boolean has(String name) {
        known.add(name);
        return node.has(name);
    }

    public @Nullable String text(String name, int longest) {
        return Scalars.text(this, name, raw(name), longest, false);
    }

    /** A text that may have line breaks. */
    public @Nullable String prose(String name, int longest) {
        return Scalars.text(this, name, raw(name), longest, true);
    }

    /** A text that must be there; empty, with the error noted, where it is not. */
    public String requiredText(String name, int longest) {
        String text = text(name, longest);
        if (raw(name).isMissingNode() || (text != null && text.isBlank())) {
            fault(name, "This field is required.");
        }
        return text == null ? "" : text;
    }

    /** A whole number between the two, both included. */
    public @Nullable Integer number(String name, int least, int most) {
        return Scalars.number(this, name, raw(name), least, most);
    }

    /** A number between the two, both included. */
    public @Nullable Double decimal(String name, double least, double most) {
        return Scalars.decimal(this, name, raw(name), least, most);
    }

    public @Nullable Money money(String name) {
        return raw(name).isMissingNode() ? null : MoneyReader.read(object(name));
    }

    public List<String> texts(String name, int most, int longest) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode entry : entries(name, most)) {
            String at = name + "/" + index++;
            String text = Scalars.text(this, at, entry, longest, false);
            if (text != null && text.isBlank()) {
                fault(at, "The text is empty.");
            } else if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A reader for each object of an array. */
    public List<FieldReader> objects(String name, int most) {
        List<FieldReader> readers = new ArrayList<>();
        int index = 0;
        for (JsonNode entry : entries(name, most)) {
            readers.add(new FieldReader(entry, pointer(name + "/" + index++), errors));
        }
        return readers;
    }

    public FieldReader object(String name) {
        return new FieldReader(raw(name), pointer(name), errors);
    }

    /** The entries of an array field; none where it is absent or, which is noted, no array or too long. */
    public Iterable<JsonNode> entries(String name, int most) {
        JsonNode array = raw(name);
        if (array.isMissingNode()) {
            return List.of();
        }
        if (!array.isArray() || array.size() > most) {
            fault(name, array.isArray() ? "There are more than " + most + " entries." : "An array is expected here.");
            return List.of();
        }
        return array;
    }

    /** Notes that a field is wrong; {@code name} may go on below it, as in {@code tags/3}. */
    public void fault(String name, String detail) {
        errors.add(new FieldError(pointer(name), detail));
    }

    /** Notes every field that nobody asked for. */
    public void refuseOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(new FieldError(pointer + "/" + escaped(name), "Unknown field '" + shown(name) + "'."));
            }
        });
    }

    private String pointer(String name) {
        return name.isEmpty() ? pointer : pointer + "/" + name;
    }

    /** A name as a step of a JSON pointer. */
    public static String escaped(String name) {
        return shown(name).replace("~", "~0").replace("/", "~1");
    }

    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}

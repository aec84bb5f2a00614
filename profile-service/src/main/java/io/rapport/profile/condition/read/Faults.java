package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects all that is wrong with a condition, up to a number that nobody would read. */
final class Faults {
    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String pointer, String detail) {
        if (errors.size() < MOST) {
            errors.add(new FieldError(pointer, detail));
        }
    }

    /** Notes the fault unless {@code holds}. */
    boolean check(boolean holds, String pointer, String detail) {
        if (!holds) {
            add(pointer, detail);
        }
        return holds;
    }

    /** Names each field that is not among these. */
    void unknownFields(JsonNode object, String pointer, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                add(
                        step(pointer, name),
                        "Unknown field '" + shown(name) + "'; known here: " + String.join(", ", new TreeSet<>(known))
                                + ".");
            }
        });
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** RFC 6901. */
    static String step(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** What an operator wrote, at a length that fits a sentence. */
    static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}

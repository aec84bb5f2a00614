package io.rapport.profile.condition.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A dotted path into nested objects, {@code address.country}. */
public record TraitPath(List<String> steps) {
    private static final int LONGEST = 256;
    private static final int MOST_STEPS = 16;

    public TraitPath {
        steps = List.copyOf(steps);
    }

    /** The path that this text says; empty where it is too long or has an empty step. */
    public static Optional<TraitPath> parse(String text) {
        List<String> steps = List.of(text.split("\\.", -1));
        boolean isPath = text.length() <= LONGEST
                && steps.size() <= MOST_STEPS
                && steps.stream().noneMatch(step -> step.isBlank() || step.contains("[") || step.contains("]"));
        return isPath ? Optional.of(new TraitPath(steps)) : Optional.empty();
    }

    public String root() {
        return steps.get(0);
    }

    /** What is there; a missing node if nothing, or null, is. */
    public JsonNode in(JsonNode document) {
        return from(document, 0);
    }

    /** What is there, where the document is what the root stands for. */
    public JsonNode below(JsonNode document) {
        return from(document, 1);
    }

    private JsonNode from(JsonNode document, int first) {
        JsonNode at = document;
        for (int i = first; i < steps.size(); i++) {
            at = at.path(steps.get(i));
        }
        return at;
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}

package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.value.TraitPath;

/** One element of an array. */
record Element(JsonNode fields) implements Subject {
    @Override
    public JsonNode trait(TraitPath path) {
        return path.in(fields);
    }
}

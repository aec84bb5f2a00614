package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Locale;
import java.util.Set;

/** True or false, in the words that files use for them. */
record TruthValue() implements Transform {
    private static final Set<String> TRUE = Set.of("true", "yes", "y", "t", "1", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "n", "f", "0", "off");

    @Override
    public JsonNode apply(JsonNode value) {
        String text = Texts.of(value).toLowerCase(Locale.ROOT);
        if (!TRUE.contains(text) && !FALSE.contains(text)) {
            throw new Unfit(Unfit.quoted(text) + " is neither true nor false");
        }
        return BooleanNode.valueOf(TRUE.contains(text));
    }
}

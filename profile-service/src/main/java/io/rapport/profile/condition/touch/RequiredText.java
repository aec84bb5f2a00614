package io.rapport.profile.condition.touch;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.All;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.TraitLeaf;
import io.rapport.profile.condition.value.Decimals;
import io.rapport.profile.condition.value.Op;
import io.rapport.profile.condition.value.Operand;
import io.rapport.profile.condition.value.TraitPath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of some texts that a field must be for a where to hold. Texts that a number may equal are none of them. */
record RequiredText(TraitPath path, List<String> texts) {
    /** The first such need; empty where there is none. */
    static Optional<RequiredText> of(@Nullable Condition where) {
        if (where instanceof All all) {
            return all.conditions().stream()
                    .map(RequiredText::of)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return where instanceof TraitLeaf leaf ? of(leaf) : Optional.empty();
    }

    private static Optional<RequiredText> of(TraitLeaf leaf) {
        List<JsonNode> values = values(leaf);
        boolean areTexts = values.stream().allMatch(value -> value.isTextual() && Decimals.of(value) == null);
        return values.isEmpty() || !areTexts
                ? Optional.empty()
                : Optional.of(new RequiredText(
                        leaf.path(),
                        values.stream().map(JsonNode::textValue).distinct().toList()));
    }

    private static List<JsonNode> values(TraitLeaf leaf) {
        if (leaf.op() == Op.EQ && leaf.operand() instanceof Operand.Scalar scalar) {
            return List.of(scalar.value());
        }
        return leaf.op() == Op.IN && leaf.operand() instanceof Operand.Scalars scalars ? scalars.values() : List.of();
    }
}

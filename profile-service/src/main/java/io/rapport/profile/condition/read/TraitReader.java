package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.ElementLeaf;
import io.rapport.profile.condition.TraitLeaf;
import io.rapport.profile.condition.value.Op;
import io.rapport.profile.condition.value.Operand;
import io.rapport.profile.condition.value.TraitPath;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads leaves over traits, properties and fields of elements. */
final class TraitReader {
    private static final String OPS = Arrays.stream(Op.values()).map(Op::wire).collect(Collectors.joining(", "));
    private static final Set<String> EVENT_ROOTS = Set.of("properties", "context");

    private final ConditionReader conditions;
    private final Faults faults;

    TraitReader(ConditionReader conditions, Faults faults) {
        this.conditions = conditions;
        this.faults = faults;
    }

    @Nullable
    Condition read(JsonNode json, Place place) {
        JsonNode trait = json.get("trait");
        boolean isArray = trait.isTextual() && trait.textValue().endsWith("[]");
        String text = isArray ? trait.textValue().substring(0, trait.textValue().length() - 2) : trait.asText();
        TraitPath path = trait.isTextual() ? path(text, place.at("trait")) : null;
        faults.check(trait.isTextual(), place.at("trait").pointer(), "A text: the path of a trait.");
        return isArray ? element(path, json, place) : trait(path, json, place);
    }

    private @Nullable TraitPath path(String text, Place place) {
        Optional<TraitPath> path = TraitPath.parse(text);
        if (path.isEmpty()) {
            faults.add(
                    place.pointer(),
                    "A path is names joined by dots, at most 16 of them; [] stands at its end only, and takes a where.");
            return null;
        }
        boolean isKnown =
                place.scope() != Scope.EVENT || EVENT_ROOTS.contains(path.get().root());
        faults.check(isKnown, place.pointer(), "In an event's where, paths begin with properties. or context.");
        return path.get();
    }

    private @Nullable Condition element(@Nullable TraitPath path, JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("trait", "where"));
        faults.check(
                json.has("where"),
                place.at("where").pointer(),
                "A path that ends with [] needs a where, which must hold within one element.");
        Condition where = conditions.where(json, place, place.scope().element());
        return path == null || where == null ? null : new ElementLeaf(path, where);
    }

    private @Nullable Condition trait(@Nullable TraitPath path, JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("trait", "op", "value"));
        Op op = op(json.path("op"), place.at("op"));
        if (op == null) {
            return null;
        }
        if (op.isRelative() && place.scope().standsStill()) {
            faults.add(
                    place.at("op").pointer(),
                    op.wire()
                            + " moves with the clock and is not possible in an event's where; give the event a window.");
            return null;
        }
        Operand operand = new OperandReader(faults).read(op, json.get("value"), place.at("value"));
        return path == null || operand == null ? null : new TraitLeaf(path, op, operand);
    }

    private @Nullable Op op(JsonNode json, Place place) {
        Optional<Op> op = json.isTextual() ? Op.of(json.textValue()) : Optional.empty();
        if (op.isEmpty()) {
            String said =
                    json.isTextual() ? "Unknown operator '" + Faults.shown(json.textValue()) + "'" : "An operator";
            faults.add(place.pointer(), said + "; one of " + OPS + ".");
        }
        return op.orElse(null);
    }
}

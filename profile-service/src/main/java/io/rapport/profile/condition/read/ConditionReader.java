package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.All;
import io.rapport.profile.condition.Any;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.Not;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one condition. It looks no deeper than {@link #DEEPEST}, and everything that it takes is bounded, so that nothing an
 * operator saves can stall the pipeline.
 */
public final class ConditionReader {
    /** Deepest nesting of all, any, not and where. */
    static final int DEEPEST = 32;
    /** Most leaves, those of a where included. */
    static final int MOST_LEAVES = 500;
    /** Largest condition, in bytes of JSON. */
    static final int LARGEST = 64 * 1024;

    private static final List<String> KINDS =
            List.of("all", "any", "not", "trait", "event", "aggregate", "sequence", "segment", "consent");

    private final Faults faults = new Faults();
    private final Map<String, String> segments = new LinkedHashMap<>();
    private int leaves;

    private ConditionReader() {}

    /**
     * Reads a condition.
     *
     * @param pointer where it is in the request, {@code /condition}
     */
    public static Reading read(@Nullable JsonNode json, String pointer) {
        ConditionReader reader = new ConditionReader();
        Condition condition = json == null || json.isMissingNode() ? null : reader.whole(json, pointer);
        if (condition == null) {
            reader.faults.check(!reader.faults.errors().isEmpty(), pointer, "A condition is required.");
        }
        boolean isSound = condition != null && reader.faults.errors().isEmpty();
        return new Reading(
                isSound ? Optional.of(condition) : Optional.empty(), reader.faults.errors(), reader.segments);
    }

    private @Nullable Condition whole(JsonNode json, String pointer) {
        if (!faults.check(!isDeeper(json, 4 * DEEPEST), pointer, tooDeep())) {
            return null;
        }
        boolean isSmall = json.toString().getBytes(StandardCharsets.UTF_8).length <= LARGEST;
        if (!faults.check(isSmall, pointer, "A condition has at most " + LARGEST / 1024 + " KB of JSON.")) {
            return null;
        }
        Condition condition = condition(json, new Place(pointer, Scope.PROFILE, 1));
        faults.check(leaves <= MOST_LEAVES, pointer, "A condition has at most " + MOST_LEAVES + " leaves.");
        return condition;
    }

    private static boolean isDeeper(JsonNode json, int most) {
        if (most == 0) {
            return json.isContainerNode();
        }
        for (JsonNode child : json) {
            if (child.isContainerNode() && isDeeper(child, most - 1)) {
                return true;
            }
        }
        return false;
    }

    private static String tooDeep() {
        return "Conditions are nested at most " + DEEPEST + " deep.";
    }

    /** The condition at a place; null where it is at fault, which is noted. */
    @Nullable
    Condition condition(@Nullable JsonNode json, Place place) {
        if (json == null || !json.isObject()) {
            faults.add(place.pointer(), "A condition is an object.");
            return null;
        }
        if (!faults.check(place.depth() <= DEEPEST, place.pointer(), tooDeep())) {
            return null;
        }
        List<String> kinds = KINDS.stream().filter(json::has).toList();
        if (kinds.size() != 1) {
            faults.add(place.pointer(), "A condition has exactly one of " + String.join(", ", KINDS) + ".");
            return null;
        }
        return condition(kinds.get(0), json, place);
    }

    private @Nullable Condition condition(String kind, JsonNode json, Place place) {
        return switch (kind) {
            case "all" -> parts(kind, json, place, All::new);
            case "any" -> parts(kind, json, place, Any::new);
            case "not" -> not(json, place);
            case "trait" -> leaf(() -> new TraitReader(this, faults).read(json, place));
            default -> profileOnly(kind, json, place);
        };
    }

    private @Nullable Condition profileOnly(String kind, JsonNode json, Place place) {
        if (!faults.check(
                place.scope().isProfile(),
                Faults.step(place.pointer(), kind),
                "Within a where only all, any, not and trait are possible.")) {
            return null;
        }
        return leaf(() -> switch (kind) {
            case "event" -> new EventReader(this, faults).event(json, place);
            case "aggregate" -> new EventReader(this, faults).aggregate(json, place);
            case "sequence" -> new SequenceReader(this, faults).read(json, place);
            case "segment" -> new ReferenceReader(faults, segments).segment(json, place);
            case "consent" -> new ReferenceReader(faults, segments).consent(json, place);
            default -> throw new IllegalArgumentException(kind);
        });
    }

    private @Nullable Condition leaf(Supplier<@Nullable Condition> read) {
        leaves++;
        return leaves <= MOST_LEAVES ? read.get() : null;
    }

    private @Nullable Condition not(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("not"));
        Condition negated = condition(json.get("not"), place.deeper("not"));
        return negated == null ? null : new Not(negated);
    }

    private @Nullable Condition parts(
            String kind, JsonNode json, Place place, Function<List<Condition>, Condition> combine) {
        faults.unknownFields(json, place.pointer(), Set.of(kind));
        JsonNode parts = json.get(kind);
        String pointer = Faults.step(place.pointer(), kind);
        if (!faults.check(parts.isArray() && !parts.isEmpty(), pointer, "A list of at least one condition.")
                || !faults.check(
                        parts.size() <= MOST_LEAVES, pointer, "A list of at most " + MOST_LEAVES + " conditions.")) {
            return null;
        }
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Condition part = condition(parts.get(i), place.deeper(kind).at(Integer.toString(i)));
            if (part != null) {
                conditions.add(part);
            }
        }
        return conditions.isEmpty() ? null : combine.apply(conditions);
    }

    /** The condition of a where; null where there is none or it is at fault. */
    @Nullable
    Condition where(JsonNode json, Place place, Scope scope) {
        return json.has("where")
                ? condition(json.get("where"), place.deeper("where").in(scope))
                : null;
    }
}

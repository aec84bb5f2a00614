package io.rapport.profile.condition.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.AggregateLeaf;
import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.EventLeaf;
import io.rapport.profile.condition.EventMatch;
import io.rapport.profile.condition.Fn;
import io.rapport.profile.condition.time.Window;
import io.rapport.profile.condition.value.Comparison;
import io.rapport.profile.condition.value.TraitPath;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads leaves over events. */
final class EventReader {
    private static final Set<String> COMPARATORS = Arrays.stream(Comparison.Comparator.values())
            .map(Comparison.Comparator::wire)
            .collect(Collectors.toUnmodifiableSet());
    private static final String FNS = Arrays.stream(Fn.values()).map(Fn::wire).collect(Collectors.joining(", "));

    private final ConditionReader conditions;
    private final Faults faults;

    EventReader(ConditionReader conditions, Faults faults) {
        this.conditions = conditions;
        this.faults = faults;
    }

    @Nullable
    Condition event(JsonNode json, Place place) {
        faults.unknownFields(json, place.pointer(), Set.of("event", "where", "count", "within", "from", "to"));
        EventMatch match = match("event", json, place);
        Comparison count = json.has("count") ? count(json.get("count"), place.at("count")) : Comparison.AT_LEAST_ONE;
        Window window = new WindowReader(faults).read(json, place);
        return match == null || count == null || window == null ? null : EventLeaf.of(match, count, window);
    }

    /** The event under this name and its where. */
    @Nullable
    EventMatch match(String name, JsonNode json, Place place) {
        JsonNode event = json.path(name);
        boolean isName = event.isTextual()
                && !event.textValue().isBlank()
                && event.textValue().length() <= OperandReader.LONGEST_TEXT;
        faults.check(isName, place.at(name).pointer(), "The name of an event.");
        Condition where = conditions.where(json, place, Scope.EVENT);
        boolean isWhole = isName && (where != null || !json.has("where"));
        return isWhole ? new EventMatch(event.textValue(), where) : null;
    }

    private @Nullable Comparison count(JsonNode json, Place place) {
        if (!faults.check(json.isObject(), place.pointer(), "An object such as {\"gte\":3}.")) {
            return null;
        }
        faults.unknownFields(json, place.pointer(), COMPARATORS);
        Comparison count = new ComparisonReader(faults).read(json, place);
        boolean isCount = count == null || isCount(count);
        return faults.check(isCount, place.pointer(), "A count is a whole number from 0 to 1000000.") ? count : null;
    }

    private static boolean isCount(Comparison count) {
        boolean isWhole = count.value().stripTrailingZeros().scale() <= 0
                && count.high().stripTrailingZeros().scale() <= 0;
        return isWhole && count.value().signum() >= 0 && count.high().longValue() <= 1_000_000;
    }

    @Nullable
    Condition aggregate(JsonNode json, Place place) {
        Set<String> known = COMPARATORS.stream().collect(Collectors.toSet());
        known.addAll(Set.of("aggregate", "within", "from", "to"));
        faults.unknownFields(json, place.pointer(), known);
        Window window = new WindowReader(faults).read(json, place);
        Comparison comparison = new ComparisonReader(faults).read(json, place);
        JsonNode aggregate = json.get("aggregate");
        Place inside = place.at("aggregate");
        if (!faults.check(aggregate.isObject(), inside.pointer(), "An object with event, property and fn.")) {
            return null;
        }
        faults.unknownFields(aggregate, inside.pointer(), Set.of("event", "where", "property", "fn"));
        EventMatch match = match("event", aggregate, inside);
        Fn fn = fn(aggregate.path("fn"), inside.at("fn"));
        TraitPath property = property(aggregate);
        boolean needsProperty = fn != Fn.COUNT || aggregate.has("property");
        faults.check(
                property != null || !needsProperty,
                inside.at("property").pointer(),
                "The path of a property, such as revenue.");
        boolean isWhole = match != null && fn != null && comparison != null && window != null;
        return isWhole && (property != null || !needsProperty)
                ? AggregateLeaf.of(match, fn, property, comparison, window)
                : null;
    }

    private @Nullable Fn fn(JsonNode json, Place place) {
        Optional<Fn> fn = json.isTextual() ? Fn.of(json.textValue()) : Optional.empty();
        faults.check(fn.isPresent(), place.pointer(), "One of " + FNS + ".");
        return fn.orElse(null);
    }

    private static @Nullable TraitPath property(JsonNode aggregate) {
        JsonNode json = aggregate.path("property");
        return json.isTextual() ? TraitPath.parse(json.textValue()).orElse(null) : null;
    }
}

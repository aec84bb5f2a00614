package io.rapport.recommendation.placement;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.platform.problem.FieldError;
import io.rapport.recommendation.input.FieldReader;
import io.rapport.recommendation.input.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a placement as operators send it. */
final class PlacementReader {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_STRATEGIES = 10;
    private static final int MOST_FALLBACKS = 10;
    private static final int MOST_TAGS = 50;
    private static final double MOST_WEIGHT = 1_000;

    private final FieldReader fields;

    private PlacementReader(FieldReader fields) {
        this.fields = fields;
    }

    static Placement read(JsonNode body, String id, List<FieldError> errors) {
        return new PlacementReader(FieldReader.of(body, errors)).placement(id);
    }

    private Placement placement(String id) {
        if (fields.has("id") && !id.equals(fields.text("id", Text.LONGEST_ID))) {
            fields.fault("id", "The id is not the one in the path.");
        }
        String name = fields.text("name", LONGEST_NAME);
        Integer limit = fields.number("limit", 1, Placement.MOST_ITEMS);
        Placement placement = new Placement(
                id, name == null ? id : name, limit == null ? 20 : limit, strategies(), fallbacks(), rules());
        fields.refuseOthers();
        return placement;
    }

    private List<Strategy> strategies() {
        List<Strategy> strategies = new ArrayList<>();
        Set<StrategyType> seen = new HashSet<>();
        for (FieldReader one : fields.objects("strategies", MOST_STRATEGIES)) {
            StrategyType type = choice(one, "type", StrategyType::of, StrategyType.values());
            Double weight = one.decimal("weight", 0, MOST_WEIGHT);
            one.refuseOthers();
            if (one.readable() && one.raw("type").isMissingNode()) {
                one.fault("type", "This field is required.");
            }
            if (type != null && !seen.add(type)) {
                one.fault("type", "The same strategy stands here twice.");
            } else if (type != null) {
                strategies.add(new Strategy(type, weight == null ? 1 : weight));
            }
        }
        if (seen.isEmpty()) {
            fields.fault("strategies", "At least one strategy is needed.");
        }
        return strategies;
    }

    private List<String> fallbacks() {
        return fields.texts("fallbacks", MOST_FALLBACKS, Text.LONGEST_ID);
    }

    private Rules rules() {
        if (fields.raw("rules").isMissingNode()) {
            return Rules.DEFAULT;
        }
        FieldReader rules = fields.object("rules");
        Choice bought = choice(rules, "bought", Choice::of, Choice.values());
        Choice viewed = choice(rules, "viewed", Choice::of, Choice.values());
        Set<String> tags = rules.has("exceptTags")
                ? new HashSet<>(rules.texts("exceptTags", MOST_TAGS, Text.LONGEST_ID))
                : Rules.DEFAULT.exceptTags();
        String window = window(rules);
        rules.refuseOthers();
        return new Rules(
                bought == null ? Rules.DEFAULT.bought() : bought,
                window,
                tags,
                viewed == null ? Rules.DEFAULT.viewed() : viewed);
    }

    private static @Nullable String window(FieldReader rules) {
        String window = rules.text("boughtWindow", 50);
        try {
            if (window != null) {
                Window.of(window);
            }
        } catch (IllegalArgumentException e) {
            rules.fault("boughtWindow", "An ISO 8601 duration such as \"P90D\" is expected here.");
        }
        return window;
    }

    private static <T extends Enum<T>> @Nullable T choice(
            FieldReader fields, String name, Function<String, T> parse, T[] all) {
        String text = fields.text(name, 100);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            String choices = Arrays.toString(Arrays.stream(all)
                    .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toArray());
            fields.fault(name, "One of " + choices + " is expected here.");
            return null;
        }
    }
}

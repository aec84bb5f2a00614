package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a condition: {@code all}, {@code any}, {@code not}, or a {@code value} and one test of it. */
public final class ConditionReading {
    private static final Map<String, Function<YamlNode, Predicate<JsonNode>>> TESTS = Map.ofEntries(
            Map.entry("equals", ConditionReading::among),
            Map.entry("in", ConditionReading::among),
            Map.entry("startsWith", node -> text(node, String::startsWith)),
            Map.entry("endsWith", node -> text(node, String::endsWith)),
            Map.entry("contains", node -> text(node, String::contains)),
            Map.entry("matches", ConditionReading::matches),
            Map.entry("lt", node -> number(node, order -> order < 0)),
            Map.entry("lte", node -> number(node, order -> order <= 0)),
            Map.entry("gt", node -> number(node, order -> order > 0)),
            Map.entry("gte", node -> number(node, order -> order >= 0)),
            Map.entry("missing", ConditionReading::missing));

    private ConditionReading() {}

    public static Condition read(YamlNode node) {
        YamlMap map = node.map();
        Condition condition = condition(map);
        map.refuseOthers();
        return condition;
    }

    public static List<Condition> readEach(YamlNode node) {
        return node.items().stream().map(ConditionReading::read).toList();
    }

    private static Condition condition(YamlMap map) {
        if (map.has("all")) {
            return new Condition.All(readEach(map.need("all")));
        }
        if (map.has("any")) {
            return new Condition.Any(readEach(map.need("any")));
        }
        return map.has("not") ? new Condition.Not(read(map.need("not"))) : test(map);
    }

    private static Condition test(YamlMap map) {
        if (!map.has("value")) {
            throw map.node().fault("a condition needs \"all\", \"any\", \"not\", or \"value\" with a test");
        }
        List<String> named = TESTS.keySet().stream().filter(map::has).sorted().toList();
        if (named.size() != 1) {
            String tests = TESTS.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw map.node().fault("a condition needs exactly one of " + tests);
        }
        String name = named.get(0);
        return new Condition.Test(
                ExpressionReading.read(map.need("value")), TESTS.get(name).apply(map.need(name)));
    }

    private static Predicate<JsonNode> among(YamlNode node) {
        Set<String> texts =
                node.items().stream().map(item -> Texts.of(item.constant())).collect(Collectors.toUnmodifiableSet());
        return value -> texts.contains(Texts.of(value));
    }

    private static Predicate<JsonNode> matches(YamlNode node) {
        Pattern pattern = Patterns.read(node);
        return value ->
                !value.isMissingNode() && pattern.matcher(Texts.of(value)).matches();
    }

    private interface TextTest {
        boolean holds(String text, String given);
    }

    private static Predicate<JsonNode> text(YamlNode node, TextTest test) {
        String given = node.text();
        return value -> !value.isMissingNode() && test.holds(Texts.of(value), given);
    }

    private static Predicate<JsonNode> number(YamlNode node, IntPredicate test) {
        BigDecimal given = given(node);
        return value -> !value.isMissingNode() && test.test(Numbers.of(value).compareTo(given));
    }

    private static BigDecimal given(YamlNode node) {
        try {
            return Numbers.of(node.constant());
        } catch (Unfit e) {
            throw node.fault(e.getMessage());
        }
    }

    private static Predicate<JsonNode> missing(YamlNode node) {
        boolean missing = node.truth();
        return value -> value.isMissingNode() == missing;
    }
}

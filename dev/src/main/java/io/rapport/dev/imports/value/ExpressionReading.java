package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a value: a template or constant, a list of values, or {@code from}/{@code firstOf} with {@code apply}, {@code when},
 * {@code default} and {@code required}.
 */
public final class ExpressionReading {
    private static final Set<String> SOURCES = Set.of("from", "firstOf");

    private ExpressionReading() {}

    public static Expression read(YamlNode node) {
        if (node.isScalar()) {
            return TemplateReading.read(node);
        }
        if (node.isList()) {
            return new ListOf(node.items().stream().map(ExpressionReading::read).toList());
        }
        YamlMap map = node.map();
        Expression refined = refined(map);
        map.refuseOthers();
        return refined;
    }

    /** The same for a map of which others take keys too; who calls refuses the rest. */
    public static Expression refined(YamlMap map) {
        Expression from = source(map);
        return new Refined(
                from,
                map.take("apply", TransformReading::read).orElse(List.of()),
                map.take("when", ConditionReading::read).orElse(Condition.ALWAYS),
                map.take("default", YamlNode::constant).orElse(missing()),
                map.take("required", YamlNode::truth).orElse(false));
    }

    private static JsonNode missing() {
        return MissingNode.getInstance();
    }

    private static Expression source(YamlMap map) {
        if (SOURCES.stream().filter(map::has).count() != 1) {
            throw map.node()
                    .fault("a value needs either \"from\" or \"firstOf\""
                            + (SOURCES.stream().noneMatch(map::has)
                                    ? "; is {a column} perhaps not in quotes? Write \"{a column}\""
                                    : ""));
        }
        Optional<Expression> firstOf = map.take("firstOf", ExpressionReading::choices);
        return map.take("from", ExpressionReading::read).or(() -> firstOf).orElseThrow();
    }

    private static Expression choices(YamlNode node) {
        return new FirstOf(node.items().stream().map(ExpressionReading::read).toList());
    }
}

package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.value.Expression;
import io.rapport.dev.imports.value.ExpressionReading;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code group}; without it an order is gathered by its id from anywhere, and all else is a row by itself. */
final class GroupReading {
    private GroupReading() {}

    static GroupBy read(Optional<YamlNode> node, Kind kind, RecordMapping record) {
        if (node.isPresent()) {
            return read(node.get(), record);
        }
        return kind == Kind.ORDERS
                ? new GroupBy(record.identity(), GroupBy.Where.ANYWHERE)
                : new GroupBy(Optional.empty(), GroupBy.Where.SINGLE);
    }

    private static GroupBy read(YamlNode node, RecordMapping record) {
        YamlMap map = node.map();
        Optional<Expression> by = map.take("by", ExpressionReading::read).or(record::identity);
        GroupBy.Where rows = map.take("rows", GroupReading::where).orElse(GroupBy.Where.ANYWHERE);
        map.refuseOthers();
        if (rows == GroupBy.Where.SINGLE) {
            return new GroupBy(Optional.empty(), rows);
        }
        if (by.isEmpty()) {
            throw node.fault("the key \"by\" is missing: what do rows of one record share?");
        }
        return new GroupBy(by, rows);
    }

    private static GroupBy.Where where(YamlNode node) {
        return switch (node.text()) {
            case "single" -> GroupBy.Where.SINGLE;
            case "together" -> GroupBy.Where.TOGETHER;
            case "anywhere" -> GroupBy.Where.ANYWHERE;
            default -> throw node.fault("anywhere, together or single is expected here");
        };
    }
}

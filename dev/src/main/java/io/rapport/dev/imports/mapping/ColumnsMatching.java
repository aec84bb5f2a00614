package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.Patterns;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every column whose whole name matches, named by the pattern's first group, where it has one. */
record ColumnsMatching(Pattern pattern) {
    static ColumnsMatching read(YamlNode node) {
        return new ColumnsMatching(Patterns.read(node));
    }

    /** Sets what is not set yet. */
    void fill(ObjectNode object, List<Row> rows) {
        rows.forEach(row -> row.cells().forEach((name, value) -> fill(object, name, value)));
    }

    private void fill(ObjectNode object, String column, JsonNode value) {
        Matcher matcher = pattern.matcher(column);
        if (!value.isMissingNode() && matcher.matches()) {
            String name = matcher.groupCount() == 0 || matcher.group(1) == null ? column : matcher.group(1);
            object.putIfAbsent(name, value);
        }
    }
}

package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.dev.imports.input.ColumnPath;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.yaml.YamlNode;

/** What stands between braces in a template. */
sealed interface Reference {
    JsonNode in(Row row);

    record Column(ColumnPath path) implements Reference {
        @Override
        public JsonNode in(Row row) {
            return row.cells().get(path);
        }
    }

    /** Something inside the item of a row that was taken apart. */
    record InItem(ColumnPath path) implements Reference {
        @Override
        public JsonNode in(Row row) {
            return path.in(row.item());
        }
    }

    /** What is known of a row without looking into it. */
    enum OfRow implements Reference {
        FILE("$file") {
            @Override
            public JsonNode in(Row row) {
                return TextNode.valueOf(row.place().file());
            }
        },
        LINE("$line") {
            @Override
            public JsonNode in(Row row) {
                return LongNode.valueOf(row.place().line());
            }
        },
        RECORD("$record") {
            @Override
            public JsonNode in(Row row) {
                return LongNode.valueOf(row.number());
            }
        },
        ITEM("$item") {
            @Override
            public JsonNode in(Row row) {
                return row.item();
            }
        },
        INDEX("$index") {
            @Override
            public JsonNode in(Row row) {
                return IntNode.valueOf(row.index());
            }
        };

        private final String name;

        OfRow(String name) {
            this.name = name;
        }
    }

    static Reference read(String name, YamlNode where) {
        for (OfRow known : OfRow.values()) {
            if (known.name.equals(name)) {
                return known;
            }
        }
        if (name.startsWith("$item.")) {
            return new InItem(ColumnPath.of(name.substring("$item.".length())));
        }
        if (name.startsWith("$")) {
            throw where.fault("{" + name + "} is not known; there are {$file}, {$line}, {$record}, {$item}, {$index}");
        }
        return new Column(ColumnPath.of(name));
    }
}

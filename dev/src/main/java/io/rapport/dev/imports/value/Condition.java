package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.Row;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What may hold of a row. */
public sealed interface Condition {
    Condition ALWAYS = new All(List.of());

    boolean holds(Row row);

    void columns(Consumer<ColumnUse> uses);

    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Row row) {
            for (Condition part : parts) {
                if (!part.holds(row)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void columns(Consumer<ColumnUse> uses) {
            parts.forEach(part -> part.columns(uses));
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Row row) {
            return parts.stream().anyMatch(part -> part.holds(row));
        }

        @Override
        public void columns(Consumer<ColumnUse> uses) {
            parts.forEach(part -> part.columns(uses));
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Row row) {
            return !part.holds(row);
        }

        @Override
        public void columns(Consumer<ColumnUse> uses) {
            part.columns(uses);
        }
    }

    /** One value against one test. */
    record Test(Expression value, Predicate<JsonNode> test) implements Condition {
        @Override
        public boolean holds(Row row) {
            return test.test(value.of(row));
        }

        @Override
        public void columns(Consumer<ColumnUse> uses) {
            value.columns(uses);
        }
    }
}

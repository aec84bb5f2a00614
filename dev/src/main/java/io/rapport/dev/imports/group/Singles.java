package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;
import java.util.function.Predicate;

/** Each row is a group by itself. */
public record Singles(Predicate<Group> next) implements Grouping {
    @Override
    public boolean accept(Row row) {
        return next.test(Group.of(row));
    }

    @Override
    public void finish() {}
}

package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;
import java.util.ArrayList;
import java.util.List;

/** A group that is not complete yet. */
final class Gathering {
    private final List<Row> rows = new ArrayList<>();
    private boolean complete = true;

    void add(Row row) {
        if (rows.size() < Group.MOST_ROWS) {
            rows.add(row);
        } else {
            complete = false;
        }
    }

    Group group() {
        return new Group(List.copyOf(rows), complete);
    }
}

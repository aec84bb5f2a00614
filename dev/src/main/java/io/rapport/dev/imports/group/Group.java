package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;
import java.util.List;

/**
 * The rows that make one record, in the order in which they were read.
 *
 * @param complete false when there were more than are kept
 */
public record Group(List<Row> rows, boolean complete) {
    /** So many rows make no record that anybody would take. */
    static final int MOST_ROWS = 50_000;

    public static Group of(Row row) {
        return new Group(List.of(row), true);
    }

    public Row first() {
        return rows.get(0);
    }
}

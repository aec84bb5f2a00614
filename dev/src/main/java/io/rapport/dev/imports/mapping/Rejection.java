package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.input.Row;

/** A row that the mapping cannot make a record of, and why. Made often, so without a stack trace. */
public final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Row row;

    Rejection(Row row, String reason) {
        super(reason, null, false, false);
        this.row = row;
    }

    public Row row() {
        return row;
    }
}

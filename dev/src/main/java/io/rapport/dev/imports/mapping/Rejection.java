package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.input.Row;
import org.jspecify.annotations.Nullable;

/** A row that the mapping cannot make a record of, and why. Made often, so without a stack trace. */
public final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Row row;

    Rejection(Row row, String reason) {
        super(reason, null, false, false);
        this.row = row;
    }

    /** Refuses what the rules of events refuse, in their words. */
    static void throwIf(io.rapport.events.rules.@Nullable Rejection found, Row row) {
        if (found != null) {
            throw new Rejection(row, found.detail());
        }
    }

    public Row row() {
        return row;
    }
}

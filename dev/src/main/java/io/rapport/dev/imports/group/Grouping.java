package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;

/** Takes rows and hands on groups of them. */
public interface Grouping {
    /** Whether more rows are wanted. */
    boolean accept(Row row);

    /** After the last row. */
    void finish();
}

package io.rapport.dev.imports.group;

import io.rapport.dev.imports.input.Row;
import org.jspecify.annotations.Nullable;

/** Says which group a row belongs to. */
@FunctionalInterface
public interface Keys {
    /** The key, or null when the row has none, which has been told where rejected rows are told. */
    @Nullable
    String of(Row row);
}

package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.value.Expression;
import java.util.Optional;

/**
 * Which rows make one record.
 *
 * @param by rows of one value belong together; none when each row is a record by itself
 */
public record GroupBy(Optional<Expression> by, Where rows) {
    /** Where a group's rows stand. */
    public enum Where {
        SINGLE,
        TOGETHER,
        ANYWHERE
    }
}

package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.value.ColumnUse;
import io.rapport.dev.imports.value.Expression;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes one record of a group of rows. */
public sealed interface RecordMapping permits ProductMapping, OrderMapping, EventMapping {
    /** The record; a {@link Rejection} says why these rows make none. */
    Content map(Group group);

    /** What tells one record's rows from another's, where the record itself says it. */
    Optional<Expression> identity();

    void columns(Consumer<ColumnUse> uses);
}

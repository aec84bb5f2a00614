package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.input.Input;
import io.rapport.dev.imports.value.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A mapping, read and found good.
 *
 * @param file its file's name
 * @param source what the message ids of its events begin with or are made of
 * @param each takes a row apart into items, where it is said
 * @param skip rows for which any of these holds are left out
 */
public record Mapping(
        String file,
        Kind kind,
        String source,
        Input input,
        Optional<Each> each,
        List<Condition> skip,
        GroupBy group,
        RecordMapping record) {}

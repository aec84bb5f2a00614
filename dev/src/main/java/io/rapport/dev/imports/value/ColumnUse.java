package io.rapport.dev.imports.value;

import io.rapport.dev.imports.yaml.MappingFault;

/**
 * A column that a mapping names.
 *
 * @param absent the fault to tell when a file does not have it
 */
public record ColumnUse(String column, MappingFault absent) {}

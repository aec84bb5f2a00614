package io.rapport.dev.imports.mapping;

/**
 * A field that a mapping may fill.
 *
 * @param key its name in the mapping
 * @param wire its name in what is sent
 */
record FieldSpec(String key, String wire, FieldType type, boolean required) {
    static FieldSpec of(String key, FieldType type) {
        return new FieldSpec(key, key, type, false);
    }

    static FieldSpec of(String key, String wire, FieldType type) {
        return new FieldSpec(key, wire, type, false);
    }

    static FieldSpec required(String key, FieldType type) {
        return new FieldSpec(key, key, type, true);
    }
}

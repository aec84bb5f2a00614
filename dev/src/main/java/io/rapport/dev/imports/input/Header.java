package io.rapport.dev.imports.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a file's columns, in their order. */
final class Header {
    private final List<String> names;
    private final Map<String, Integer> indexes = new HashMap<>();

    Header(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            if (indexes.putIfAbsent(names.get(i), i) != null) {
                throw new IllegalArgumentException("two columns are named \"" + names.get(i) + "\"");
            }
        }
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** -1 when no column has that name. */
    int index(String name) {
        Integer index = indexes.get(name);
        return index == null ? -1 : index;
    }
}

package io.rapport.dev.imports.input;

import java.util.ArrayList;
import java.util.List;

/** Column names as a file gives them: trimmed, and numbered where they are empty. */
final class HeaderRow {
    private HeaderRow() {}

    static Header header(String file, List<String> row) {
        List<String> names = new ArrayList<>();
        for (String name : row) {
            names.add(name.isBlank() ? "column " + (names.size() + 1) : name.strip());
        }
        try {
            return new Header(names);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(file, e.getMessage(), e);
        }
    }
}

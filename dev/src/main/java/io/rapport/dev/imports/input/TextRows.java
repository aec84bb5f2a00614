package io.rapport.dev.imports.input;

import java.io.Reader;
import java.util.List;

/** Lines as they are: one column, named {@code line}. */
final class TextRows extends LineRows {
    private static final Header HEADER = new Header(List.of("line"));

    private final FieldCleaning cleaning;

    TextRows(String file, Reader reader, FieldCleaning cleaning) {
        super(file, reader, cleaning.keepMalformed());
        this.cleaning = cleaning;
    }

    @Override
    public List<String> columns() {
        return HEADER.names();
    }

    @Override
    Reading read(Place place, String line) {
        return cleaning.read(place, HEADER, List.of(line));
    }
}

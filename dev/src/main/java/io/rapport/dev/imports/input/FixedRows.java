package io.rapport.dev.imports.input;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Columns that stand at fixed places in a line; a short line ends in empty ones. */
final class FixedRows extends LineRows {
    private final List<InputFormat.Slice> slices;
    private final Header header;
    private final FieldCleaning cleaning;

    FixedRows(String file, Reader reader, List<InputFormat.Slice> slices, FieldCleaning cleaning) {
        super(file, reader, cleaning.keepMalformed());
        this.slices = slices;
        this.header = new Header(slices.stream().map(InputFormat.Slice::name).toList());
        this.cleaning = cleaning;
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    Reading read(Place place, String line) {
        List<String> fields = new ArrayList<>(slices.size());
        slices.forEach(slice -> fields.add(slice.of(line)));
        return cleaning.read(place, header, fields);
    }
}

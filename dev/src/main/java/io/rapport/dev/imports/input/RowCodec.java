package io.rapport.dev.imports.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows as bytes, for the time that they wait on disk; file names and headers stay in memory and are told by number. */
public final class RowCodec {
    private static final int TREE = 0;

    private final Numbered<String> files = new Numbered<>();
    private final Numbered<Header> headers = new Numbered<>();
    private final RowBytes out = new RowBytes();

    public byte[] write(Row row) {
        out.restart()
                .put(files.number(row.place().file()))
                .put(row.place().line())
                .put(row.number())
                .put(row.index())
                .put(row.item().isMissingNode() ? "" : row.item().toString());
        cells(row.cells());
        return out.written();
    }

    private void cells(Cells cells) {
        if (cells instanceof Columns columns) {
            out.put(headers.number(columns.header()) + 1);
            columns.values().forEach(out::put);
        } else {
            out.put(TREE).put(cells.shown().toString());
        }
    }

    public Row read(byte[] bytes) {
        RowBytes in = new RowBytes(bytes);
        Place place = new Place(files.at(in.integer()), in.number());
        long number = in.number();
        int index = in.integer();
        String item = in.text();
        return new Row(place, number, cells(in), item.isEmpty() ? MissingNode.getInstance() : tree(item), index);
    }

    private Cells cells(RowBytes in) {
        int number = in.integer();
        if (number == TREE) {
            return new Tree((ObjectNode) tree(in.text()));
        }
        Header header = headers.at(number - 1);
        String[] values = new String[header.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.text();
        }
        return new Columns(header, List.of(values));
    }

    private static JsonNode tree(String text) {
        try {
            return ExactJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

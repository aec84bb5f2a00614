package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of delimited text, quoted as RFC 4180 says. */
final class CsvRows implements Rows {
    private final String file;
    private final FieldCleaning cleaning;
    private final CloseableIterator<CsvRecord> records;
    private final Header header;

    CsvRows(String file, Reader reader, InputFormat.Delimited format, FieldCleaning cleaning) {
        this.file = file;
        this.cleaning = cleaning;
        this.records = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .quoteCharacter(format.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .ofCsvRecord(reader)
                .iterator();
        List<String> first = format.header() ? firstRow() : List.of();
        this.header = HeaderRow.header(file, format.columns().isEmpty() ? first : format.columns());
    }

    private List<String> firstRow() {
        if (!records.hasNext()) {
            throw new Unreadable(file, "it is empty, and a first row with the columns' names is expected", null);
        }
        return records.next().getFields();
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public @Nullable Reading next() {
        return records.hasNext() ? read(records.next()) : null;
    }

    private Reading read(CsvRecord row) {
        Place place = new Place(file, row.getStartingLineNumber());
        List<String> values = row.getFields();
        if (values.size() != header.size()) {
            String reason = values.size() + " fields where " + header.size() + " are expected";
            return new Reading.Bad(place, reason, raw(values));
        }
        return cleaning.read(place, header, values);
    }

    private static ArrayNode raw(List<String> values) {
        ArrayNode raw = JsonNodeFactory.instance.arrayNode();
        values.forEach(raw::add);
        return raw;
    }
}

package io.rapport.profile.cohort;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.reference.PersonReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads who is in a CSV file (RFC 4180), one person a record. A header is one that names an identifier's type, {@code
 * profileId} or {@code person}; then that column counts, and its values are of that type. Without one there is one column,
 * of profile ids and {@code type:value}.
 */
final class CsvRoll {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final List<String> ANY = List.of("profileId", "person");

    private final Roll roll = new Roll();
    private final List<CsvRecord> records;

    private CsvRoll(List<CsvRecord> records) {
        this.records = records;
    }

    /** The column of the people, and what a value of it is where the header says. */
    private record Column(int index, Optional<IdentifierType> type) {}

    static Roll read(String text) {
        for (char separator : SEPARATORS) {
            Optional<Column> column =
                    records(text, separator, 1).stream().findFirst().flatMap(CsvRoll::header);
            if (column.isPresent()) {
                List<CsvRecord> records = records(text, separator, Roll.MOST + 2);
                return new CsvRoll(records.subList(1, records.size())).read(column.get());
            }
        }
        return new CsvRoll(records(text, ',', Roll.MOST + 1)).read(new Column(0, Optional.empty()));
    }

    private static List<CsvRecord> records(String text, char separator, int most) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            return reader.stream().limit(most).toList();
        } catch (CsvParseException e) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The file is no CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Column> header(CsvRecord first) {
        return IntStream.range(0, first.getFieldCount())
                .filter(i -> isName(first.getField(i).strip()))
                .mapToObj(i -> new Column(i, type(first.getField(i).strip())))
                .findFirst();
    }

    private static boolean isName(String text) {
        return type(text).isPresent() || ANY.stream().anyMatch(text::equalsIgnoreCase);
    }

    private static Optional<IdentifierType> type(String name) {
        return Arrays.stream(IdentifierType.values())
                .filter(type -> type.wire().equalsIgnoreCase(name))
                .findFirst();
    }

    private Roll read(Column column) {
        records.forEach(line -> roll.name(Place.line(line.getStartingLineNumber()), () -> person(line, column)));
        return roll;
    }

    private static PersonReference person(CsvRecord line, Column column) {
        if (column.index() >= line.getFieldCount()
                || line.getField(column.index()).isBlank()) {
            throw Problem.invalid("", "There is nobody on this line.");
        }
        if (column.index() == 0 && column.type().isEmpty() && line.getFieldCount() > 1) {
            throw Problem.invalid("", "Of several columns the header has to say which names the person.");
        }
        String value = line.getField(column.index()).strip();
        return column.type()
                .<PersonReference>map(type -> new PersonReference.ByIdentifier(type, value))
                .orElseGet(() -> PersonReference.parse(value, ""));
    }
}

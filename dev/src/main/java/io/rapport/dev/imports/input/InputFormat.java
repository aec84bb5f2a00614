package io.rapport.dev.imports.input;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** How a file's rows are written. */
sealed interface InputFormat {
    Rows open(String file, Reader reader, FieldCleaning cleaning) throws IOException;

    /**
     * Text with a delimiter.
     *
     * @param columns the columns' names; empty when the first row has them
     */
    record Delimited(char delimiter, char quote, boolean header, List<String> columns) implements InputFormat {
        @Override
        public Rows open(String file, Reader reader, FieldCleaning cleaning) {
            return new CsvRows(file, reader, this, cleaning);
        }
    }

    record JsonLines() implements InputFormat {
        @Override
        public Rows open(String file, Reader reader, FieldCleaning cleaning) {
            return new JsonRows(file, reader, cleaning.keepMalformed());
        }
    }

    record TextLines(boolean header) implements InputFormat {
        @Override
        public Rows open(String file, Reader reader, FieldCleaning cleaning) throws IOException {
            return new TextRows(file, reader, cleaning).skip(header ? 1 : 0);
        }
    }

    record Fixed(boolean header, List<Slice> columns) implements InputFormat {
        @Override
        public Rows open(String file, Reader reader, FieldCleaning cleaning) throws IOException {
            return new FixedRows(file, reader, columns, cleaning).skip(header ? 1 : 0);
        }
    }

    /**
     * A column of a fixed width.
     *
     * @param at its first character, from 1
     */
    record Slice(String name, int at, int width) {
        String of(String line) {
            int start = Math.min(at - 1, line.length());
            return line.substring(start, Math.min(start + width, line.length()));
        }
    }
}

package io.rapport.dev.imports.input;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** A row for each line that is not blank; a subtype says what the line holds. */
abstract class LineRows implements Rows {
    private static final int SHOWN = 1_000;

    private final String file;
    private final LineReader lines;
    private final boolean keepMalformed;

    LineRows(String file, Reader reader, boolean keepMalformed) {
        this.file = file;
        this.lines = new LineReader(reader);
        this.keepMalformed = keepMalformed;
    }

    abstract Reading read(Place place, String line);

    final LineRows skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            lines.next();
        }
        return this;
    }

    @Override
    public final @Nullable Reading next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank() && !lines.tooLong()) {
            line = lines.next();
        }
        return line == null ? null : checked(new Place(file, lines.number()), line);
    }

    private Reading checked(Place place, String line) {
        if (lines.tooLong()) {
            return bad(place, "the line is longer than 8 million characters", line);
        }
        if (!keepMalformed && FieldCleaning.isMalformed(line)) {
            return bad(place, "holds bytes that are no text in the file's charset", line);
        }
        return read(place, line);
    }

    static Reading.Bad bad(Place place, String reason, String line) {
        return new Reading.Bad(place, reason, TextNode.valueOf(line.substring(0, Math.min(SHOWN, line.length()))));
    }
}

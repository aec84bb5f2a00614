package io.rapport.dev.imports.input;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines that end in LF or CRLF, each of bounded length. */
final class LineReader {
    private static final int LONGEST = 8 << 20;

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long number;
    private boolean tooLong;

    LineReader(Reader reader) {
        this.reader = reader;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that was read last was cut off. */
    boolean tooLong() {
        return tooLong;
    }

    @Nullable
    String next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        tooLong = false;
        StringBuilder line = new StringBuilder();
        boolean ended = false;
        while (!ended && (position < limit || fill())) {
            ended = take(line);
        }
        return withoutReturn(line);
    }

    /** Takes what the buffer holds up to the end of the line, and says whether that was in it. */
    private boolean take(StringBuilder line) {
        int start = position;
        while (position < limit && buffer[position] != '\n') {
            position++;
        }
        int room = LONGEST - line.length();
        tooLong |= position - start > room;
        line.append(buffer, start, Math.min(position - start, room));
        boolean ended = position < limit;
        position += ended ? 1 : 0;
        return ended;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, reader.read(buffer));
        return limit > 0;
    }

    private static String withoutReturn(StringBuilder line) {
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }
}

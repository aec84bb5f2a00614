package io.rapport.recommendation.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one, and no more of it than a line may have. */
final class LineReader {
    private static final int BUFFER = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long number;

    /** A line: its number from 1, and its bytes without their end; only its beginning where it was cut. */
    static final class Line {
        private final long number;
        private final byte[] bytes;
        private final boolean cut;

        Line(long number, byte[] bytes, boolean cut) {
            this.number = number;
            this.bytes = bytes;
            this.cut = cut;
        }

        long number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Whether it was longer than lines may be. */
        boolean cut() {
            return cut;
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        line.reset();
        boolean cut = false;
        if (at == end && !fill()) {
            return null;
        }
        do {
            int stop = lineEnd();
            int room = longest - line.size();
            cut = cut || stop - at > room;
            line.write(buffer, at, Math.min(stop - at, room));
            at = stop;
        } while (at == end && fill());
        at = Math.min(at + 1, end);
        return new Line(++number, withoutMark(line.toByteArray()), cut);
    }

    private int lineEnd() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, BUFFER);
        at = 0;
        end = Math.max(read, 0);
        return end > 0;
    }

    private byte[] withoutMark(byte[] bytes) {
        boolean marked = number == 1
                && bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}

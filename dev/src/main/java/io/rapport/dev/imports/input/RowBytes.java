package io.rapport.dev.imports.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts written one after the other into memory, and read back; what a stream would do, without its locks. */
final class RowBytes {
    private byte[] bytes;
    private int at;

    /** For writing. */
    RowBytes() {
        this.bytes = new byte[512];
    }

    /** For reading. */
    RowBytes(byte[] written) {
        this.bytes = written;
    }

    RowBytes restart() {
        at = 0;
        return this;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    /** In groups of seven bits, low ones first, so that small numbers are short. */
    RowBytes put(long number) {
        room(10);
        long left = number;
        while ((left & ~0x7FL) != 0) {
            bytes[at++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[at++] = (byte) left;
        return this;
    }

    RowBytes put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        put(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += encoded.length;
        return this;
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }

    long number() {
        long number = 0;
        int shift = 0;
        byte part = bytes[at++];
        while (part < 0) {
            number |= (part & 0x7FL) << shift;
            shift += 7;
            part = bytes[at++];
        }
        return number | ((long) part << shift);
    }

    int integer() {
        return (int) number();
    }

    String text() {
        int length = integer();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}

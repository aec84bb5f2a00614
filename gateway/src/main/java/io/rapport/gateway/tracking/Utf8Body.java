package io.rapport.gateway.tracking;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A body's bytes, looked over once before they are parsed: strict UTF-8 (Unicode 15, table 3-7), where NUL characters
 * are, and no half of a surrogate pair. Text that a client cut in the middle of an emoji holds such halves as escapes; no
 * store takes them, so each becomes U+FFFD, in place. Eight bytes at a time where they are plain ASCII.
 */
final class Utf8Body {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BACKSLASHES = 0x5C * ONES;
    private static final byte[] REPLACEMENT = {'\\', 'u', 'f', 'f', 'f', 'd'};

    private final byte[] bytes;
    private int[] nuls = new int[4];
    private int nulCount;

    private Utf8Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Checks the bytes, and mends them in place; bytes that are no text are a 400. */
    static Utf8Body of(byte[] bytes) {
        Utf8Body body = new Utf8Body(bytes);
        body.check();
        return body;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether a NUL character is written between these positions. */
    boolean nulBetween(int start, int end) {
        if (nulCount == 0) {
            return false;
        }
        int found = Arrays.binarySearch(nuls, 0, nulCount, start);
        int next = found < 0 ? -found - 1 : found;
        return next < nulCount && nuls[next] < end;
    }

    private void check() {
        int at = 0;
        while (at < bytes.length) {
            if (at + 8 <= bytes.length && plain((long) LONGS.get(bytes, at))) {
                at += 8;
            } else {
                at = step(at);
            }
        }
    }

    /** No byte above ASCII, no backslash, no zero byte (Warren, Hacker's Delight, 6-1). */
    private static boolean plain(long word) {
        return ((word | zeroes(word) | zeroes(word ^ BACKSLASHES)) & HIGH_BITS) == 0;
    }

    private static long zeroes(long word) {
        return (word - ONES) & ~word;
    }

    private int step(int at) {
        byte first = bytes[at];
        if (first == '\\') {
            return escape(at);
        }
        if (first == 0) {
            throw Malformed.json("it holds a zero byte");
        }
        return first > 0 ? at + 1 : multibyte(at, first & 0xFF);
    }

    private int multibyte(int at, int first) {
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        if (first < 0xC2 || first > 0xF4 || at + more >= bytes.length || !second(first, bytes[at + 1] & 0xFF)) {
            throw Malformed.json("it is not UTF-8");
        }
        for (int i = 2; i <= more; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                throw Malformed.json("it is not UTF-8");
            }
        }
        return at + more + 1;
    }

    private static boolean second(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }

    private int escape(int at) {
        int unit = unit(at);
        if (unit < 0) {
            return at + 1 < bytes.length && bytes[at + 1] > 0 ? at + 2 : at + 1;
        }
        if (unit == 0) {
            nuls = nulCount < nuls.length ? nuls : Arrays.copyOf(nuls, nulCount * 2);
            nuls[nulCount++] = at;
        } else if (Character.isHighSurrogate((char) unit) && Character.isLowSurrogate((char) unit(at + 6))) {
            return at + 12;
        } else if (Character.isSurrogate((char) unit)) {
            System.arraycopy(REPLACEMENT, 0, bytes, at, REPLACEMENT.length);
        }
        return at + 6;
    }

    /** The UTF-16 unit that is escaped here, or -1 where there is no such escape. */
    private int unit(int at) {
        if (at + 6 > bytes.length || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}

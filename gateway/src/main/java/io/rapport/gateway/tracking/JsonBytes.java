package io.rapport.gateway.tracking;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** JSON written piece by piece into bytes that are used again for the next record. */
final class JsonBytes {
    private byte[] bytes = new byte[2048];
    private int length;

    void clear() {
        length = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    JsonBytes raw(byte[] source) {
        return raw(source, 0, source.length);
    }

    JsonBytes raw(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** Text that is ASCII and needs no escapes. */
    @SuppressWarnings("deprecation") // The one that copies ASCII without an encoder.
    JsonBytes ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
        return this;
    }

    /** A JSON string. */
    JsonBytes string(String text) {
        ascii("\"");
        if (isPlain(text)) {
            ascii(text);
        } else {
            raw(JsonStringEncoder.getInstance().quoteAsUTF8(text));
        }
        return ascii("\"");
    }

    /** An instant of the years 1 to 9999 as an RFC 3339 string, with milliseconds, or nanoseconds where it has them. */
    JsonBytes instant(Instant instant) {
        long seconds = instant.getEpochSecond();
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400L));
        int second = (int) Math.floorMod(seconds, 86_400L);
        ascii("\"").digits(day.getYear(), 4);
        ascii("-").digits(day.getMonthValue(), 2).ascii("-").digits(day.getDayOfMonth(), 2);
        ascii("T").digits(second / 3600, 2).ascii(":").digits(second / 60 % 60, 2);
        ascii(":").digits(second % 60, 2).ascii(".");
        return fraction(instant.getNano()).ascii("Z\"");
    }

    private JsonBytes fraction(int nanos) {
        return nanos % 1_000_000 == 0 ? digits(nanos / 1_000_000, 3) : digits(nanos, 9);
    }

    private JsonBytes digits(int value, int count) {
        room(count);
        int rest = value;
        for (int at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7E || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}

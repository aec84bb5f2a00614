package io.rapport.events.rules;

/** Whether a number is one that every store and every reader of JSON can take, by how it is written. */
public final class Numerals {
    private Numerals() {}

    /** @param mayHaveExponent false for what is known to be digits alone, which spares the look for one */
    public static boolean outOfRange(char[] text, int start, int length, boolean mayHaveExponent) {
        return length > EventLimits.NUMBER_CHARS
                || (mayHaveExponent && exponent(text, start, start + length) > EventLimits.NUMBER_CHARS);
    }

    /** The magnitude of the exponent; 0 where none is written. */
    private static int exponent(char[] text, int start, int end) {
        int at = start;
        while (at < end && (text[at] | 0x20) != 'e') {
            at++;
        }
        int magnitude = 0;
        for (at++; at < end; at++) {
            magnitude = text[at] < '0' ? magnitude : Math.min(magnitude * 10 + text[at] - '0', 10_000);
        }
        return magnitude;
    }
}

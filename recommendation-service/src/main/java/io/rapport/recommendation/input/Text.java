package io.rapport.recommendation.input;

import org.jspecify.annotations.Nullable;

/** What a text may hold: whole characters, no control characters, so many of them. */
public final class Text {
    /** The longest product id. */
    public static final int LONGEST_ID = 255;

    private Text() {}

    /** Whether this is an id as products have it: 1 to 255 characters, none of them a control character. */
    public static boolean isId(@Nullable String text) {
        return text != null && !text.isBlank() && fault(text, LONGEST_ID, false) == null;
    }

    /** What is wrong with a text, for a person; null when nothing is. */
    public static @Nullable String fault(String text, int longest, boolean multiline) {
        if (text.length() > longest) {
            return "The text is longer than " + longest + " characters.";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && !(multiline && isLayout(c))) {
                return "The text holds a control character.";
            }
            if (Character.isSurrogate(c) && !isPairAt(text, i)) {
                return "The text holds half a character (an unpaired surrogate).";
            }
        }
        return null;
    }

    private static boolean isLayout(char c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isPairAt(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}

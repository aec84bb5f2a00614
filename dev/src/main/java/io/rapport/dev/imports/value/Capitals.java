package io.rapport.dev.imports.value;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words with a capital first letter and small ones after it, for files that shout. */
final class Capitals {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*");

    private Capitals() {}

    static String words(String text) {
        return WORD.matcher(text).replaceAll(Capitals::word);
    }

    private static String word(MatchResult match) {
        String word = match.group();
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT)
                + word.substring(first).toLowerCase(Locale.ROOT);
    }
}

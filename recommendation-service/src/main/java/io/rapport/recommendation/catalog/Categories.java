package io.rapport.recommendation.catalog;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Category paths, {@code Garden > Lamps}. */
final class Categories {
    private static final String SEPARATOR = " > ";
    private static final Pattern SPLIT = Pattern.compile("\\s*>\\s*");

    private Categories() {}

    /** The path with its separators as we write them; null where a level is empty. */
    static @Nullable String normal(String path) {
        String[] levels = SPLIT.split(path.strip(), -1);
        return Arrays.stream(levels).anyMatch(String::isBlank) ? null : String.join(SEPARATOR, levels);
    }

    /** These paths and every path above them. */
    static Set<String> withAncestors(List<String> paths) {
        Set<String> all = new LinkedHashSet<>();
        for (String path : paths) {
            for (int at = path.indexOf(SEPARATOR); at >= 0; at = path.indexOf(SEPARATOR, at + 1)) {
                all.add(path.substring(0, at));
            }
            all.add(path);
        }
        return all;
    }
}

package io.rapport.profile.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands for nobody in this shop, beside what does so everywhere ({@code Placeholders}). Case does not matter. */
public final class BlockedValues {
    private final Set<String> exact;
    private final List<Pattern> patterns;

    /** @param patterns regular expressions; a broken one is a {@link java.util.regex.PatternSyntaxException} */
    public BlockedValues(Collection<String> exact, Collection<String> patterns) {
        this.exact = exact.stream().map(BlockedValues::plain).collect(Collectors.toUnmodifiableSet());
        this.patterns = patterns.stream()
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    public static BlockedValues none() {
        return new BlockedValues(List.of(), List.of());
    }

    /** Whether an identifier in its normal form is one of them. */
    public boolean contains(Identifier identifier) {
        return exact.contains(plain(identifier.value()))
                || patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(identifier.value()).matches());
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}

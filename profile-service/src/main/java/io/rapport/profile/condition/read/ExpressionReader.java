package io.rapport.profile.condition.read;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.rapport.profile.condition.value.Operand;
import org.jspecify.annotations.Nullable;

/** Reads regular expressions in the syntax of RE2, whose matching takes time linear in the text. */
final class ExpressionReader {
    /** Longest expression, in characters. */
    static final int LONGEST = 512;
    /** Most characters once every counted repetition is written out, as the matcher does. */
    static final long LARGEST = 5_000;

    private final Faults faults;

    ExpressionReader(Faults faults) {
        this.faults = faults;
    }

    @Nullable
    Operand read(String expression, Place place) {
        boolean isSmall = expression.length() <= LONGEST && new Expansion(expression).size() <= LARGEST;
        if (!faults.check(
                isSmall,
                place.pointer(),
                "A regular expression has at most " + LONGEST + " characters, and with its repetitions written out "
                        + LARGEST + ".")) {
            return null;
        }
        try {
            return new Operand.Expression(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            faults.add(
                    place.pointer(),
                    "Not a regular expression of RE2, which has no look-around and no back-references: "
                            + e.getDescription() + " in '" + Faults.shown(e.getPattern()) + "'.");
            return null;
        }
    }
}

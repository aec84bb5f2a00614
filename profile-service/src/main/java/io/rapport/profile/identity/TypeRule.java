package io.rapport.profile.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How identifiers of a type are taken.
 *
 * @param priority the smallest is the strongest
 * @param limit how many of them a profile may have, within the window
 * @param window the span of event time over which the limit counts; null: ever
 */
public record TypeRule(int priority, int limit, @Nullable Duration window) {
    public TypeRule {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of " + limit + " identifiers would leave nobody any");
        }
        if (window != null && window.isNegative()) {
            throw new IllegalArgumentException("A window of " + window + " has no moment in it");
        }
    }
}

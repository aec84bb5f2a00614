package io.rapport.recommendation.catalog;

import io.rapport.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What became of an edit.
 *
 * @param product as it is now; null where it was removed or refused
 * @param refusal why nothing was done, or null
 */
record EditOutcome(
        Kind kind, @Nullable Product product, @Nullable FieldError refusal) {
    enum Kind {
        CREATED,
        CHANGED,
        UNCHANGED,
        REMOVED,
        REFUSED
    }

    static Kind kind(@Nullable String before, @Nullable String after) {
        if (Revision.same(before, after)) {
            return Kind.UNCHANGED;
        }
        if (after == null) {
            return Kind.REMOVED;
        }
        return before == null ? Kind.CREATED : Kind.CHANGED;
    }
}

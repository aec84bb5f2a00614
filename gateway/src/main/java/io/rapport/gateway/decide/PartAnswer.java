package io.rapport.gateway.decide;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page.
 *
 * @param json its value, or null where there is none to show
 * @param degraded whether it is not what it should be: late, broken, or standing in for what is
 */
record PartAnswer(@Nullable Buffer json, boolean degraded) {
    static PartAnswer of(Buffer json) {
        return new PartAnswer(json, false);
    }

    /** What stands in for a part that is away, if anything does. */
    static PartAnswer degraded(@Nullable Buffer standIn) {
        return new PartAnswer(standIn, true);
    }
}

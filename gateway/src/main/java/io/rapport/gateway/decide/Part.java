package io.rapport.gateway.decide;

import io.vertx.core.Future;

/** Something that a page may include. A new part is a new bean of this type. */
interface Part {
    /** Its name in {@code include}, in the answer and in {@code degraded}. */
    String name();

    /** Whether the page asks for it. */
    default boolean isAskedBy(Asked asked) {
        return asked.include().contains(name());
    }

    /** Its answer in time, degraded or not; fails only where the page asked for what cannot be. */
    Future<PartAnswer> answer(Question question);
}

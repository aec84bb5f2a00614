package io.rapport.recommendation.model;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Whether a build was asked for that has not begun. Anybody may ask; one thread meets it. */
final class Demand {
    private final AtomicBoolean open = new AtomicBoolean();

    void ask() {
        open.set(true);
    }

    boolean isOpen() {
        return open.get();
    }

    /**
     * Builds. Who asks meanwhile asks for one more, as this build does not hold what they saw; and what was asked for stays
     * so where nothing could begin.
     *
     * @param build says whether it began
     */
    void meet(BooleanSupplier build) {
        boolean asked = open.getAndSet(false);
        boolean began = false;
        try {
            began = build.getAsBoolean();
        } finally {
            if (asked && !began) {
                open.set(true);
            }
        }
    }
}

package io.rapport.dev.imports.delivery;

import org.jspecify.annotations.Nullable;

/** Carries what went wrong in a lane to the thread that fills it. */
final class Failures {
    private Failures() {}

    static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Stopped stopped) {
            throw stopped;
        }
        if (failure != null) {
            throw new IllegalStateException("A lane of the import failed", failure);
        }
    }
}

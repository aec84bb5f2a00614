package io.rapport.dev.imports.delivery;

import org.jspecify.annotations.Nullable;

/** The import cannot go on now; repeating the command later goes on from here. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(String reason) {
        this(reason, null);
    }

    Stopped(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

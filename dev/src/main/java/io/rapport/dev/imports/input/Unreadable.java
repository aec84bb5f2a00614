package io.rapport.dev.imports.input;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read on: nothing after this place is known, so the import ends here. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(String file, String reason, @Nullable Throwable cause) {
        super(file + ": " + reason, cause);
    }
}

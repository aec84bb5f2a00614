package io.rapport.dev.process;

import org.jspecify.annotations.Nullable;

/** Something that the person at the terminal can mend: its message is shown as it is, without a stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        this(message, null);
    }

    public Refusal(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

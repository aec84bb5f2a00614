package io.rapport.platform.idempotency;

/** What claiming a key came to. */
sealed interface KeyState {
    /** Nobody had it: the request is to be carried out. */
    record Claimed(Claim claim) implements KeyState {}

    /** The same request has been answered. */
    record Answered(StoredAnswer answer) implements KeyState {}

    /** The same request is being carried out. */
    record Running() implements KeyState {}

    /** The same request has been answered with something that is shown once, and that is long ago. */
    record Forgotten() implements KeyState {}

    /** Another request had the key. */
    record Reused() implements KeyState {}
}

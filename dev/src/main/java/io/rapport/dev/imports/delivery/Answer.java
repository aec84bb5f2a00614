package io.rapport.dev.imports.delivery;

import java.time.Duration;
import java.util.Optional;

/** What came of a request. */
sealed interface Answer {
    /** The gateway has it. */
    record Taken(String body) implements Answer {}

    /** Something in it is not to be had, and sending it again would not help. */
    record Unfit(String detail) implements Answer {}

    /** It may work later. */
    record Again(String reason, Optional<Duration> after) implements Answer {}
}

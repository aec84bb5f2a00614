package io.rapport.platform.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it was given the first time. */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        byte @Nullable [] body) {}

package io.rapport.platform.idempotency;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given the first time.
 *
 * @param sealed whether the body holds what is shown once, and is encrypted
 */
record StoredAnswer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable Buffer body,
        boolean sealed) {}

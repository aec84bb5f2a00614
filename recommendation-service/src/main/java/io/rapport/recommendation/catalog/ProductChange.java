package io.rapport.recommendation.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a product is another one than before.
 *
 * @param before null where it is new
 * @param after null where it is removed
 */
record ProductChange(
        String id,
        long version,
        @Nullable Product before,
        @Nullable Product after,
        @Nullable String document,
        Instant createdAt,
        Instant at) {}

package io.rapport.recommendation.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product's row.
 *
 * @param version grows with each change, also across a removal
 * @param document the product's JSON; null once it is removed
 */
record StoredProduct(String id, long version, @Nullable String document, Instant createdAt) {
    @Nullable
    Product product() {
        return document == null ? null : ProductDocument.read(document);
    }
}

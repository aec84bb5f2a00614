package io.rapport.recommendation.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Which products an operator looks for; null: any.
 *
 * @param category a path, those below it included
 * @param q a part of the id, title or brand
 */
record ProductFilter(
        @Nullable String brand,
        @Nullable String category,
        @Nullable String q,
        @Nullable Boolean inStock) {}

package io.rapport.recommendation.serving;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway asks.
 *
 * @param person whose history may be used; null for somebody unknown or who does not allow it
 * @param productId the product that the page shows, or null
 * @param cart product ids, the latest last
 * @param limit null: as many as the placement shows
 * @param country ISO 3166, upper case, or null
 */
record RecommendationRequest(
        @Nullable UUID person,
        List<String> placements,
        @Nullable String productId,
        List<String> cart,
        @Nullable Integer limit,
        @Nullable String country) {}

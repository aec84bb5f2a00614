package io.rapport.recommendation.interaction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something with a product.
 *
 * @param productId empty for a cancellation
 * @param orderId of a purchase, where the shop says it, and of a cancellation
 */
public record Interaction(
        UUID eventId,
        UUID profileId,
        InteractionKind kind,
        String productId,
        Instant at,
        int quantity,
        @Nullable String orderId) {

    Interaction of(UUID owner) {
        return new Interaction(eventId, owner, kind, productId, at, quantity, orderId);
    }
}

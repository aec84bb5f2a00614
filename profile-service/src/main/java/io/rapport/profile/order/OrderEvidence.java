package io.rapport.profile.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event says of an order.
 *
 * @param profileId whose event it is
 * @param trusted whether the shop's back end sent it, which may speak of anybody's order
 * @param amount what was paid or paid back; null: not said, which for a refund without lines means all of it
 * @param currency ISO 4217, or null for the deployment's (completed) or the order's (refunded)
 * @param categories how many of the order's lines are of each category
 * @param lines what was sold, or what was sent back where that has no amount
 */
public record OrderEvidence(
        String orderId,
        Kind kind,
        UUID profileId,
        boolean trusted,
        Instant at,
        String sourceId,
        String messageId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Map<String, Integer> categories,
        List<OrderLine> lines) {

    /** The best word on an order first: the back end's, then the earliest. Total, so that arrival decides nothing. */
    static final Comparator<OrderEvidence> BEST_FIRST = Comparator.comparing((OrderEvidence e) -> !e.trusted())
            .thenComparing(OrderEvidence::at)
            .thenComparing(OrderEvidence::messageId)
            .thenComparing(OrderEvidence::sourceId);

    /** What happened to the order. */
    public enum Kind {
        COMPLETED,
        REFUNDED,
        CANCELLED
    }

    public OrderEvidence by(UUID profile) {
        return new OrderEvidence(
                orderId, kind, profile, trusted, at, sourceId, messageId, amount, currency, categories, lines);
    }
}

package io.rapport.profile.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An order that was completed, as all that is known of it adds up.
 *
 * @param total what was paid
 * @param refunded what was paid back, never more than the total
 * @param net what is left of it: nothing once it is cancelled
 */
public record CustomerOrder(
        String orderId,
        UUID profileId,
        Instant completedAt,
        String currency,
        BigDecimal total,
        BigDecimal refunded,
        boolean cancelled,
        BigDecimal net,
        Map<String, Integer> categories) {}

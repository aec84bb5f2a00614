package io.rapport.profile.order;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds up the evidence on one order. A function of the set of evidence: neither the order of arrival nor doubles change it.
 * The best completion says whose order it is and what it was worth; refunds and cancellations count if they come from the
 * shop's back end or from the owner.
 */
public final class OrderLedger {
    private OrderLedger() {}

    /** Empty while nobody has said that the order was completed. */
    public static Optional<CustomerOrder> add(Collection<OrderEvidence> evidence, String deploymentCurrency) {
        return evidence.stream()
                .filter(each -> each.kind() == OrderEvidence.Kind.COMPLETED)
                .min(OrderEvidence.BEST_FIRST)
                .map(completed -> add(completed, evidence, deploymentCurrency));
    }

    private static CustomerOrder add(
            OrderEvidence completed, Collection<OrderEvidence> evidence, String deploymentCurrency) {
        List<OrderEvidence> admitted = evidence.stream()
                .filter(each -> each.trusted() || each.profileId().equals(completed.profileId()))
                .toList();
        String currency = completed.currency() == null ? deploymentCurrency : completed.currency();
        BigDecimal total = completed.amount() == null ? BigDecimal.ZERO : completed.amount();
        BigDecimal refunded = refunded(admitted, completed, currency, total);
        boolean cancelled = admitted.stream().anyMatch(each -> each.kind() == OrderEvidence.Kind.CANCELLED);
        return new CustomerOrder(
                completed.orderId(),
                completed.profileId(),
                completed.at(),
                currency,
                total,
                refunded,
                cancelled,
                cancelled ? BigDecimal.ZERO : total.subtract(refunded),
                completed.categories());
    }

    /** A refund in another currency, or of products whose price nobody said, cannot be set against the order: it is left out. */
    private static BigDecimal refunded(
            List<OrderEvidence> admitted, OrderEvidence completed, String currency, BigDecimal total) {
        Map<String, BigDecimal> prices = prices(admitted, completed);
        return admitted.stream()
                .filter(each -> each.kind() == OrderEvidence.Kind.REFUNDED)
                .filter(each -> each.currency() == null || each.currency().equals(currency))
                .map(each -> refunded(each, prices, total))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .min(total);
    }

    private static BigDecimal refunded(OrderEvidence refund, Map<String, BigDecimal> prices, BigDecimal total) {
        if (refund.amount() != null) {
            return refund.amount();
        }
        return refund.lines().isEmpty()
                ? total
                : OrderLines.sum(refund.lines(), prices).orElse(BigDecimal.ZERO);
    }

    /** What each product was sold for: the best word on it, for not every completion lists its products. */
    private static Map<String, BigDecimal> prices(List<OrderEvidence> admitted, OrderEvidence completed) {
        return OrderLines.prices(admitted.stream()
                .filter(each -> each.kind() == OrderEvidence.Kind.COMPLETED)
                .filter(each -> Objects.equals(each.currency(), completed.currency()))
                .sorted(OrderEvidence.BEST_FIRST)
                .flatMap(each -> each.lines().stream())
                .toList());
    }
}

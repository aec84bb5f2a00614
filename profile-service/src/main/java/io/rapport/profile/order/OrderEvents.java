package io.rapport.profile.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.order.OrderEvidence.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads Segment's e-commerce events (spec: E-commerce, V2). {@code revenue} is what an order is worth, else {@code total},
 * else the sum of its products; {@code total} is what a refund paid back, else the sum of its products, with the prices that
 * they were sold for where it has none; with neither it is all of it. An event without {@code order_id} or with malformed
 * money is no evidence.
 */
public final class OrderEvents {
    private static final int LONGEST_ORDER_ID = 200;
    private static final int LONGEST_CATEGORY = 200;
    private static final int LONGEST_PRODUCT_ID = 200;
    private static final UUID NOBODY_YET = new UUID(0, 0);

    private OrderEvents() {}

    /** The evidence in a track call, still without its profile. */
    public static Optional<OrderEvidence> read(
            String name, JsonNode properties, boolean trusted, Instant at, String sourceId, String messageId) {
        Kind kind = kind(name);
        String orderId = kind == null ? null : text(properties.path("order_id"), LONGEST_ORDER_ID);
        if (kind == null || orderId == null) {
            return Optional.empty();
        }
        try {
            JsonNode money = money(kind, properties);
            BigDecimal said = said(kind, money);
            List<OrderLine> lines = lines(kind, properties.path("products"), said == null);
            BigDecimal amount = said == null && !lines.isEmpty()
                    ? OrderLines.sum(lines, Map.of()).orElse(null)
                    : said;
            return Optional.of(new OrderEvidence(
                    orderId,
                    kind,
                    NOBODY_YET,
                    trusted,
                    at,
                    sourceId,
                    messageId,
                    amount,
                    Amounts.currency(properties, money),
                    kind == Kind.COMPLETED ? categories(properties.path("products")) : Map.of(),
                    kind == Kind.COMPLETED || amount == null ? lines : List.of()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The category of a product that somebody looked at or put by. */
    public static Optional<String> interest(String name, JsonNode properties) {
        return switch (name) {
            case "Product Viewed", "Product Added", "Product Added to Wishlist" ->
                Optional.ofNullable(text(properties.path("category"), LONGEST_CATEGORY));
            default -> Optional.empty();
        };
    }

    private static @Nullable Kind kind(String name) {
        return switch (name) {
            case "Order Completed" -> Kind.COMPLETED;
            case "Order Refunded" -> Kind.REFUNDED;
            case "Order Cancelled" -> Kind.CANCELLED;
            default -> null;
        };
    }

    private static JsonNode money(Kind kind, JsonNode properties) {
        JsonNode revenue = properties.path("revenue");
        boolean isSaid = kind == Kind.COMPLETED && !revenue.isMissingNode() && !revenue.isNull();
        return isSaid ? revenue : properties.path("total");
    }

    private static @Nullable BigDecimal said(Kind kind, JsonNode money) {
        return switch (kind) {
            case COMPLETED -> Amounts.amount(money);
            case REFUNDED -> Amounts.magnitude(money);
            case CANCELLED -> null;
        };
    }

    /** @param decide whether the amount depends on them, so that a malformed one spoils the event */
    private static List<OrderLine> lines(Kind kind, JsonNode products, boolean decide) {
        List<OrderLine> lines = new ArrayList<>();
        if (kind != Kind.CANCELLED) {
            products.forEach(product -> lines.add(decide ? line(kind, product) : lineIfWellFormed(kind, product)));
        }
        return List.copyOf(lines);
    }

    private static OrderLine lineIfWellFormed(Kind kind, JsonNode product) {
        try {
            return line(kind, product);
        } catch (NumberFormatException e) {
            return new OrderLine(null, null, BigDecimal.ONE);
        }
    }

    private static OrderLine line(Kind kind, JsonNode product) {
        boolean isRefund = kind == Kind.REFUNDED;
        JsonNode price = product.path("price");
        JsonNode quantity = product.path("quantity");
        BigDecimal count = isRefund ? Amounts.magnitude(quantity) : Amounts.amount(quantity);
        return new OrderLine(
                text(product.path("product_id"), LONGEST_PRODUCT_ID),
                isRefund ? Amounts.magnitude(price) : Amounts.amount(price),
                count == null ? BigDecimal.ONE : count);
    }

    private static Map<String, Integer> categories(JsonNode products) {
        Map<String, Integer> categories = new LinkedHashMap<>();
        for (JsonNode product : products) {
            String category = text(product.path("category"), LONGEST_CATEGORY);
            if (category != null) {
                categories.merge(category, 1, Integer::sum);
            }
        }
        return categories;
    }

    private static @Nullable String text(JsonNode node, int longest) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            return null;
        }
        String text = node.asText().strip();
        boolean fits = !text.isEmpty() && text.length() <= longest && text.indexOf('\0') < 0;
        return fits && StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : null;
    }
}

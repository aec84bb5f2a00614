package io.rapport.recommendation.interaction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody did with a product. */
public enum InteractionKind {
    VIEW(1),
    CLICK(2),
    ADD(3),
    REMOVE(4),
    PURCHASE(5),
    /** Of an order as a whole: it names no product, and takes the order's purchases back. */
    CANCELLATION(6);

    /** The events of Segment's e-commerce specification that speak of a product. */
    private static final Map<String, InteractionKind> BY_EVENT = Map.of(
            "Product Viewed", VIEW,
            "Product Clicked", CLICK,
            "Product Added", ADD,
            "Product Removed", REMOVE,
            "Order Completed", PURCHASE,
            "Order Cancelled", CANCELLATION,
            "Order Refunded", CANCELLATION);

    private final short code;

    InteractionKind(int code) {
        this.code = (short) code;
    }

    /** The number that stands for it in tables. */
    public short code() {
        return code;
    }

    public static InteractionKind ofCode(int code) {
        return values()[code - 1];
    }

    static @Nullable InteractionKind ofEvent(String name) {
        return BY_EVENT.get(name);
    }
}

package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.value.Unfit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of an order, as Segment's e-commerce spec names it. */
enum OrderStatus {
    COMPLETED("Order Completed"),
    REFUNDED("Order Refunded"),
    CANCELLED("Order Cancelled");

    private final String event;

    OrderStatus(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }

    /** Files write what is given back as negative numbers, events as positive ones. */
    boolean givesBack() {
        return this != COMPLETED;
    }

    static OrderStatus of(String word) {
        for (OrderStatus status : values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        String words = Stream.of(values()).map(OrderStatus::word).collect(Collectors.joining(", "));
        throw new Unfit("\"" + word + "\" is none of " + words);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.rapport.profile.computed.behaviour;

import io.rapport.events.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Calls of a shop at random, with what clients get wrong now and then: times that are equal, orders told twice, no ids. */
final class RandomCalls {
    private static final List<String> TRACKED = List.of(
            "Product Viewed",
            "Product Viewed",
            "Product List Viewed",
            "Products Searched",
            "Product Added",
            "Product Added",
            "Product Added to Wishlist",
            "Product Removed",
            "Order Completed",
            "Order Refunded",
            "Email Delivered",
            "Email Opened",
            "Email Link Clicked",
            "Email Bounced",
            "Push Notification Received",
            "Push Notification Tapped",
            "SMS Delivered",
            "In-App Message Clicked",
            "Something Else");
    private static final List<String> CONTEXTS = List.of(
            "{}",
            Calls.PHONE,
            "{'userAgent':'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5)','location':{'country':'NL','region':'UT','city':'Utrecht'}}",
            "{'userAgent':'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5)','location':{'country':'BE'}}",
            "{'userAgent':'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0'}",
            "{'device':{'type':'android'},'os':{'name':'Android'}}");
    private static final List<String> PRICES = List.of(
            "9.99", "'10'", "24.999", "49.5", "{'amount':'120.00','currency':'USD'}", "0", "700", "2500", "null");

    private final Random random;
    private final long seconds;
    private long last;

    /** @param days over which they are spread */
    RandomCalls(Random random, int days) {
        this.random = random;
        this.seconds = days * 86_400L;
    }

    Call next() {
        EventType type =
                random.nextInt(3) > 0 ? EventType.TRACK : EventType.values()[random.nextInt(EventType.values().length)];
        String name = type == EventType.TRACK ? any(TRACKED) : type == EventType.PAGE ? "Order Completed" : type.wire();
        return Calls.call(type, moment(), name, properties(), any(CONTEXTS));
    }

    /** Often close to the one before, so that there are sessions, and at times the same. */
    private Instant moment() {
        last = switch (random.nextInt(6)) {
            case 0 -> (long) (random.nextDouble() * seconds);
            case 1 -> last;
            default -> Math.max(0, last + random.nextInt(4_000) - 1_000);
        };
        return Calls.START.plusSeconds(last).plusMillis(random.nextInt(2));
    }

    private String properties() {
        return "{'groupId':'g-" + random.nextInt(30) + "','order_id':'o-" + random.nextInt(12) + "','currency':"
                + any(List.of("'EUR'", "'usd'", "null", "7"))
                + (random.nextBoolean() ? ",'message_id':'m-" + random.nextInt(9) + "'" : "")
                + ",'products':[" + (random.nextBoolean() ? "{" + product() + "},{" + product() + "}" : "") + "],"
                + product() + "}";
    }

    private String product() {
        return "'product_id':" + any(List.of("''", "7", "'p-1'", "'p-2'", "'p-3'"))
                + ",'sku':" + any(List.of("'s-1'", "null"))
                + ",'category':" + any(List.of("'Lamps'", "'Seats'", "' Lamps '", "null", "''"))
                + ",'brand':" + any(List.of("'Acme'", "'Brød'", "null"))
                + ",'price':" + any(PRICES)
                + (random.nextBoolean() ? ",'quantity':" + any(List.of("1", "2", "'3'", "0", "-1", "1.5")) : "");
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

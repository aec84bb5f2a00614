package io.rapport.benchmarks.shop;

import java.util.SplittableRandom;

/** What visitors do, by the names of Segment's e-commerce specification, and how often of a thousand times. */
enum Act {
    VIEWED("Product Viewed", 480),
    LISTED("Product List Viewed", 140),
    PAGE("Page Left", 140),
    SEARCHED("Products Searched", 50),
    ADDED("Product Added", 90),
    REMOVED("Product Removed", 15),
    CART("Cart Viewed", 30),
    CHECKOUT("Checkout Started", 20),
    ORDERED("Order Completed", 15),
    IDENTIFIED("", 20);

    private static final int THOUSAND = 1_000;

    private final String event;
    private final int often;

    Act(String event, int often) {
        this.event = event;
        this.often = often;
    }

    static Act draw(SplittableRandom random) {
        int left = random.nextInt(THOUSAND);
        for (Act act : values()) {
            left -= act.often;
            if (left < 0) {
                return act;
            }
        }
        return PAGE;
    }

    String event() {
        return event;
    }

    /** The fields of its properties. */
    StringBuilder properties(StringBuilder json, SplittableRandom random, String order) {
        int product = Assortment.zipf(random, Assortment.PRODUCTS);
        return switch (this) {
            case VIEWED, ADDED, REMOVED -> Assortment.product(json, product);
            case LISTED ->
                json.append("\"list_id\":\"l-1\",\"category\":\"")
                        .append(Assortment.category(product % Assortment.CATEGORIES))
                        .append('"');
            case SEARCHED -> json.append("\"query\":\"lantern ").append(product).append('"');
            case ORDERED -> order(json, product, order);
            case PAGE, CART, CHECKOUT, IDENTIFIED -> json.append("\"step\":1");
        };
    }

    private static StringBuilder order(StringBuilder json, int product, String order) {
        json.append("\"order_id\":\"").append(order).append("\",\"currency\":\"EUR\",\"revenue\":");
        json.append(Assortment.price(product)).append(",\"products\":[{");
        return Assortment.product(json, product).append("}]");
    }
}

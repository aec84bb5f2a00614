package io.rapport.benchmarks.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Segments as a shop's marketers make them: every twenty of them hold the same mix of kinds, whatever the number, so that
 * ten and a thousand differ in nothing but how many they are.
 */
public final class ShopSegments {
    private static final String[] WINDOWS = {"PT1H", "P1D", "P7D", "P30D", "P90D", "P1Y"};
    private static final String[] OF_PRODUCTS = {"Product Viewed", "Product Viewed", "Product Added"};
    private static final String[] ANY = {"Order Completed", "Cart Viewed", "Checkout Started", "Products Searched"};
    private static final String[] COUNTRIES = {"NL", "DE", "BE", "FR", "GB", "ES", "IT", "PL", "SE", "US"};
    private static final String[] PLANS = {"tin", "silver", "gold"};

    private final Random random;

    private ShopSegments(long seed) {
        this.random = new Random(seed);
    }

    /** Conditions by id; the first n are the same however many are asked for. */
    public static Map<String, String> of(long seed, int count) {
        ShopSegments segments = new ShopSegments(seed);
        Map<String, String> conditions = new java.util.LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            conditions.put(id(i), segments.condition(i));
        }
        return conditions;
    }

    private static String id(int number) {
        return "s-%04d".formatted(number);
    }

    private String condition(int number) {
        return switch (number % 20) {
            case 0, 5, 8, 10, 13, 16 -> counted(one(OF_PRODUCTS));
            case 1, 11 -> happened(one(ANY), 1 + random.nextInt(3), "");
            case 2, 12, 17 -> aggregate();
            case 3, 14 -> sequence();
            case 4, 9, 15 -> trait();
            case 6 -> "{\"all\":[" + counted("Product Viewed") + "," + happenedNever() + "]}";
            case 7, 18 -> "{\"all\":[{\"segment\":\"" + id(random.nextInt(number)) + "\"}," + trait() + "]}";
            default -> "{\"any\":[" + trait() + ",{\"not\":" + counted("Product Added") + "}]}";
        };
    }

    private String counted(String event) {
        return happened(event, 1 + random.nextInt(5), ",\"where\":" + ofCategoryOrBrand());
    }

    private String happened(String event, int times, String where) {
        return "{\"event\":\"" + event + "\"" + where + ",\"count\":{\"gte\":" + times + "},\"within\":\""
                + one(WINDOWS) + "\"}";
    }

    private String happenedNever() {
        return "{\"event\":\"Order Completed\",\"count\":{\"eq\":0},\"within\":\"" + one(WINDOWS) + "\"}";
    }

    private String ofCategoryOrBrand() {
        return random.nextInt(3) == 0
                ? is("properties.brand", Assortment.brand(random.nextInt(Assortment.BRANDS)))
                : is("properties.category", Assortment.category(random.nextInt(Assortment.CATEGORIES)));
    }

    private static String is(String trait, String value) {
        return "{\"trait\":\"" + trait + "\",\"op\":\"eq\",\"value\":\"" + value + "\"}";
    }

    private String aggregate() {
        boolean isOfOrders = random.nextBoolean();
        String event = isOfOrders
                ? "\"event\":\"Order Completed\",\"property\":\"revenue\""
                : "\"event\":\"Product Added\",\"property\":\"price\",\"where\":" + ofCategoryOrBrand();
        return "{\"aggregate\":{" + event + ",\"fn\":\"" + one("sum", "avg", "max") + "\"},\"gte\":"
                + 50 * (1 + random.nextInt(10)) + ",\"within\":\"" + one(WINDOWS) + "\"}";
    }

    private String sequence() {
        String first = "{\"event\":\"" + one(OF_PRODUCTS) + "\",\"where\":" + ofCategoryOrBrand() + "}";
        String then = random.nextBoolean()
                ? "{\"absent\":\"Order Completed\",\"for\":\"PT" + (1 + random.nextInt(48)) + "H\"}"
                : "{\"event\":\"Product Added\",\"where\":" + ofCategoryOrBrand() + "}";
        return "{\"sequence\":[" + first + "," + then + "],\"within\":\"" + one("P1D", "P7D", "P30D") + "\"}";
    }

    private String trait() {
        List<String> kinds = new ArrayList<>();
        kinds.add(is("address.country", one(COUNTRIES)));
        kinds.add(is("plan", one(PLANS)));
        kinds.add("{\"trait\":\"income\",\"op\":\"gt\",\"value\":" + (20 + random.nextInt(60)) * 1_000 + "}");
        kinds.add("{\"trait\":\"computed.age\",\"op\":\"lt\",\"value\":" + (20 + random.nextInt(50)) + "}");
        kinds.add("{\"trait\":\"computed.orderCount\",\"op\":\"gte\",\"value\":" + (1 + random.nextInt(5)) + "}");
        kinds.add("{\"trait\":\"computed.lastOrderAt\",\"op\":\"olderThan\",\"value\":\"P" + (1 + random.nextInt(90))
                + "D\"}");
        return kinds.get(random.nextInt(kinds.size()));
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}

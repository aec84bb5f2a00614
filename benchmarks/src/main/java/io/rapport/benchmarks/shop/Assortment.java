package io.rapport.benchmarks.shop;

import java.util.SplittableRandom;

/** What the shop sells: products of categories and brands, of which a few are looked at most (Zipf's law). */
final class Assortment {
    static final int PRODUCTS = 2_000;
    static final int CATEGORIES = 40;
    static final int BRANDS = 60;

    private Assortment() {}

    /** A number from 0 on; the one at place r is drawn about as often as 1 / r. */
    static int zipf(SplittableRandom random, int size) {
        return (int) Math.pow(size, random.nextDouble()) - 1;
    }

    static String category(int number) {
        return "Home > Category " + number;
    }

    static String brand(int number) {
        return "Brand " + number;
    }

    static StringBuilder product(StringBuilder json, int product) {
        return json.append("\"product_id\":\"p-")
                .append(product)
                .append("\",\"sku\":\"SKU-")
                .append(product)
                .append("-BLK\",\"name\":\"Lantern with a brushed steel frame\",\"category\":\"")
                .append(category(product % CATEGORIES))
                .append("\",\"brand\":\"")
                .append(brand(product % BRANDS))
                .append("\",\"price\":")
                .append(price(product))
                .append(",\"currency\":\"EUR\",\"quantity\":1");
    }

    static int price(int product) {
        return 5 + product * 7 % 195;
    }
}

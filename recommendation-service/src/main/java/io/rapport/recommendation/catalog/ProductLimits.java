package io.rapport.recommendation.catalog;

/** How large a product may be. */
final class ProductLimits {
    /** Bytes of a product's JSON. */
    static final int DOCUMENT = 256 * 1024;

    static final int TITLE = 1_000;
    static final int DESCRIPTION = 50_000;
    static final int URL = 2_048;
    static final int BRAND = 255;
    static final int CATEGORIES = 50;
    static final int CATEGORY = 500;
    static final int COUNTRIES = 300;
    static final int ATTRIBUTES = 300;
    static final int ATTRIBUTE = 10_000;
    static final int TAGS = 200;
    static final int TAG = 255;
    static final int VARIANTS = 1_000;
    static final int OPTIONS = 200;
    static final int STOCK = 1_000_000_000;

    private ProductLimits() {}
}

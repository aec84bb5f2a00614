package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** What is known of a product's kind; an empty text is not said. */
record Kind(String category, String brand, PriceBand band) implements Comparable<Kind> {
    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::category).thenComparing(Kind::brand).thenComparing(Kind::band);

    static Kind of(JsonNode product) {
        return new Kind(
                Texts.of(product.path("category")),
                Texts.of(product.path("brand")),
                PriceBand.of(Price.of(product, "")));
    }

    boolean isEmpty() {
        return category.isEmpty() && brand.isEmpty() && band == PriceBand.UNSAID;
    }

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }
}

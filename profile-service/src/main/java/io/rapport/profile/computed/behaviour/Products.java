package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads products as Segment's e-commerce specification has them. */
final class Products {
    private Products() {}

    /** Its {@code product_id}, else its {@code sku}; empty where neither is said. */
    static String id(JsonNode product) {
        return Texts.first(product, "product_id", "sku");
    }
}

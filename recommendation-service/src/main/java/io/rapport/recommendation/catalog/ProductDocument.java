package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rapport.events.EventsJson;
import java.io.UncheckedIOException;

/** The one text that stands for a product: equal products have equal documents. */
final class ProductDocument {
    private ProductDocument() {}

    static String of(Product product) {
        try {
            return EventsJson.mapper().writeValueAsString(product);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Product read(String document) {
        try {
            return EventsJson.mapper().readValue(document, Product.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

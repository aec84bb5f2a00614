package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the shop says of a product, as the API shows it.
 *
 * @param categories paths such as {@code Garden > Lamps}
 * @param stock how many there are; null where the shop does not count
 * @param countries ISO 3166 codes of where it may be sold; empty: everywhere
 * @param options what a customer may choose when it is made to order, as sent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Product(
        String id,
        String title,
        @Nullable String description,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable String brand,
        List<String> categories,
        @Nullable Money price,
        @Nullable Money listPrice,
        @Nullable Integer stock,
        List<String> countries,
        Map<String, JsonNode> attributes,
        List<String> tags,
        List<Variant> variants,
        List<JsonNode> options) {

    Product {
        categories = orNone(categories);
        countries = orNone(countries);
        attributes = sorted(attributes);
        tags = orNone(tags);
        variants = orNone(variants);
        options = orNone(options);
    }

    /** Whether one can be had now: the product itself and, where it comes in variants, at least one of them. */
    boolean inStock() {
        return available(stock) && (variants.isEmpty() || variants.stream().anyMatch(v -> available(v.stock())));
    }

    Product with(@Nullable Money price, @Nullable Money listPrice, @Nullable Integer stock, List<Variant> variants) {
        return new Product(
                id,
                title,
                description,
                url,
                imageUrl,
                brand,
                categories,
                price,
                listPrice,
                stock,
                countries,
                attributes,
                tags,
                variants,
                options);
    }

    static boolean available(@Nullable Integer stock) {
        return stock == null || stock > 0;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** By name, so that the same attributes in another order are the same product. */
    private static Map<String, JsonNode> sorted(@Nullable Map<String, JsonNode> attributes) {
        return attributes == null ? Map.of() : new TreeMap<>(attributes);
    }
}

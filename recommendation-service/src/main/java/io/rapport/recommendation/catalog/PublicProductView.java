package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as visitors see it: whether it can be had, but not how many there are; no tags, which are the shop's own. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PublicProductView(
        String id,
        String title,
        @Nullable String description,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable String brand,
        List<String> categories,
        @Nullable Money price,
        @Nullable Money listPrice,
        boolean inStock,
        Map<String, JsonNode> attributes,
        List<VariantView> variants,
        List<JsonNode> options) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record VariantView(
            String id,
            Map<String, JsonNode> attributes,
            @Nullable Money price,
            boolean inStock) {}

    static PublicProductView of(Product product) {
        return new PublicProductView(
                product.id(),
                product.title(),
                product.description(),
                product.url(),
                product.imageUrl(),
                product.brand(),
                product.categories(),
                product.price(),
                product.listPrice(),
                product.inStock(),
                product.attributes(),
                product.variants().stream().map(PublicProductView::variant).toList(),
                product.options());
    }

    private static VariantView variant(Variant variant) {
        return new VariantView(variant.id(), variant.attributes(), variant.price(), Product.available(variant.stock()));
    }
}

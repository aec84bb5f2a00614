package io.rapport.recommendation.serving;

import io.rapport.recommendation.catalog.CatalogItem;
import io.rapport.recommendation.catalog.LiveCatalog;
import io.rapport.recommendation.interaction.History;
import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.NextOrder;
import io.rapport.recommendation.session.Serving;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All that the strategies of one request look at: the same model and the same history for each of its placements. */
record Occasion(
        RecommendationRequest request,
        History history,
        Trail trail,
        Serving serving,
        NextOrder orders,
        LiveCatalog catalog,
        Shelves shelves,
        Instant now) {

    /** The model's numbers of those of the products that it knows, in their order. */
    int[] numbers(List<String> products) {
        ItemTable items = serving.items();
        return products.stream()
                .mapToInt(items::find)
                .filter(item -> item != ItemTable.UNKNOWN)
                .toArray();
    }

    String product(int item) {
        return serving.items().name(item);
    }

    @Nullable
    String title(String product) {
        CatalogItem item = catalog.find(product);
        return item == null ? null : item.title();
    }

    /** What the visitor's interest is in: the page's product, else the cart, else what was met last; the latest first. */
    List<String> seeds(boolean cartFirst, int most) {
        List<String> cart = lastOf(request.cart(), most);
        if (cartFirst && !cart.isEmpty()) {
            return cart;
        }
        if (request.productId() != null) {
            return List.of(request.productId());
        }
        List<String> met = trail.steps().stream().map(Trail.Step::productId).toList();
        return cart.isEmpty() ? lastOf(met, most) : cart;
    }

    private static List<String> lastOf(List<String> list, int most) {
        int size = list.size();
        return IntStream.range(0, size)
                .mapToObj(i -> list.get(size - 1 - i))
                .distinct()
                .limit(most)
                .toList();
    }
}

package io.rapport.recommendation.catalog;

import io.rapport.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What answers need of a product.
 *
 * @param removed whether it is gone; kept so that an older word of it changes nothing
 * @param countries where it may be sold; empty: everywhere
 * @param categories its paths and all above them
 */
public record CatalogItem(
        String id,
        long version,
        boolean removed,
        String title,
        @Nullable Money price,
        boolean inStock,
        Set<String> countries,
        Set<String> tags,
        List<String> paths,
        Set<String> categories,
        Instant createdAt) {

    /** Whether it can be sold there; an unknown country (null) is taken for one where it can. */
    public boolean sellable(@Nullable String country) {
        return !removed && inStock && (country == null || countries.isEmpty() || countries.contains(country));
    }

    static CatalogItem of(ProductChange change) {
        return of(change.id(), change.version(), change.after(), change.createdAt());
    }

    static CatalogItem of(StoredProduct stored) {
        return of(stored.id(), stored.version(), stored.product(), stored.createdAt());
    }

    static CatalogItem of(String id, long version, @Nullable Product product, Instant createdAt) {
        if (product == null) {
            return new CatalogItem(
                    id, version, true, "", null, false, Set.of(), Set.of(), List.of(), Set.of(), createdAt);
        }
        return new CatalogItem(
                id,
                version,
                false,
                product.title(),
                product.price(),
                product.inStock(),
                Set.copyOf(product.countries()),
                Set.copyOf(product.tags()),
                product.categories(),
                Categories.withAncestors(product.categories()),
                createdAt);
    }
}

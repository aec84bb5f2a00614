package io.rapport.recommendation.catalog;

import io.rapport.events.Money;
import io.rapport.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New prices and stock for a product that stays what it is otherwise.
 *
 * @param variants by variant id
 */
record ProductPatch(
        Given<Money> price, Given<Money> listPrice, Given<Integer> stock, Map<String, VariantPatch> variants) {

    /** A value that may be left as it is, or set, or (as null) taken away. */
    record Given<T>(boolean given, @Nullable T value) {
        @Nullable
        T over(@Nullable T present) {
            return given ? value : present;
        }
    }

    /** The same for a variant. */
    record VariantPatch(Given<Money> price, Given<Integer> stock) {
        Variant apply(Variant variant) {
            return new Variant(
                    variant.id(), variant.attributes(), price.over(variant.price()), stock.over(variant.stock()));
        }
    }

    Edit.Result apply(Product product) {
        List<String> ids = product.variants().stream().map(Variant::id).toList();
        for (String id : variants.keySet()) {
            if (!ids.contains(id)) {
                return refused("/variants", "The product has no variant '" + id + "'.");
            }
        }
        Money newPrice = price.over(product.price());
        Money newListPrice = listPrice.over(product.listPrice());
        if (newPrice != null && newListPrice != null && !newPrice.currency().equals(newListPrice.currency())) {
            return refused("/listPrice/currency", "The list price is in another currency than the price.");
        }
        return new Edit.Result.Kept(
                product.with(newPrice, newListPrice, stock.over(product.stock()), patched(product)));
    }

    private List<Variant> patched(Product product) {
        List<Variant> patched = new ArrayList<>();
        for (Variant variant : product.variants()) {
            VariantPatch patch = variants.get(variant.id());
            patched.add(patch == null ? variant : patch.apply(variant));
        }
        return patched;
    }

    private static Edit.Result refused(String pointer, String detail) {
        return new Edit.Result.Refused(new FieldError(pointer, detail));
    }
}

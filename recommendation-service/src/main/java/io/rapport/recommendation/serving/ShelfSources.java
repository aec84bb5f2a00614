package io.rapport.recommendation.serving;

import io.rapport.recommendation.catalog.CatalogItem;
import io.rapport.recommendation.interaction.InteractionKind;
import io.rapport.recommendation.serving.Because.Ground;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The strategies that take products off a shelf: the visitor's own, a category's, the newest. */
final class ShelfSources {
    private ShelfSources() {}

    static List<Candidate> recentlyViewed(Occasion occasion, Predicate<String> allowed, int limit) {
        Set<String> viewed = new LinkedHashSet<>();
        occasion.history().recent().forEach(event -> {
            if (event.kind() == InteractionKind.VIEW || event.kind() == InteractionKind.CLICK) {
                viewed.add(event.productId());
            }
        });
        Because because = new Because("recently-viewed", List.of(), "You viewed this recently");
        return ranked(viewed, allowed, limit, () -> because);
    }

    static List<Candidate> newArrivals(Occasion occasion, Predicate<String> allowed, int limit) {
        Because because = new Because("new-arrivals", List.of(), "New in the shop");
        return ranked(occasion.shelves().newest(), allowed, limit, () -> because);
    }

    static List<Candidate> sameCategory(Occasion occasion, Predicate<String> allowed, int limit) {
        List<Candidate> found = new ArrayList<>();
        for (String seed : occasion.seeds(false, 3)) {
            CatalogItem item = occasion.catalog().find(seed);
            for (String path : item == null ? List.<String>of() : item.paths()) {
                Because because =
                        new Because("same-category", List.of(Ground.category(path)), "More in " + Shelves.name(path));
                found.addAll(ranked(occasion.shelves().category(path), allowed, limit, () -> because));
            }
        }
        return found;
    }

    /** Scores fall with the rank. */
    private static List<Candidate> ranked(
            Iterable<String> products, Predicate<String> allowed, int limit, Supplier<Because> because) {
        List<Candidate> ranked = new ArrayList<>();
        for (String product : products) {
            if (ranked.size() == limit) {
                break;
            }
            if (allowed.test(product)) {
                ranked.add(new Candidate(product, 1.0 / (1 + ranked.size()), because));
            }
        }
        return ranked;
    }
}

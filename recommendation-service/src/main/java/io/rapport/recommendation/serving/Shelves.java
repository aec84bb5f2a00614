package io.rapport.recommendation.serving;

import io.rapport.recommendation.catalog.CatalogItem;
import io.rapport.recommendation.session.ItemTable;
import io.rapport.recommendation.session.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Products in the orders that strategies take them in. A snapshot: whether a product can be sold now is asked when it is
 * taken.
 */
record Shelves(Map<String, List<String>> categories, List<String> newest) {
    static final Shelves EMPTY = new Shelves(Map.of(), List.of());

    private static final int MOST_A_CATEGORY = 200;
    private static final int MOST_NEW = 1_000;

    /** The popular of each category first, and the newest of all. */
    static Shelves of(Collection<CatalogItem> items, Snapshot snapshot) {
        Map<String, Double> popularity = new HashMap<>();
        List<CatalogItem> present = new ArrayList<>();
        for (CatalogItem item : items) {
            if (!item.removed()) {
                int number = snapshot.items().find(item.id());
                popularity.put(
                        item.id(),
                        number == ItemTable.UNKNOWN ? 0 : snapshot.popularity().score(number));
                present.add(item);
            }
        }
        Comparator<CatalogItem> byAge =
                Comparator.comparing(CatalogItem::createdAt).reversed().thenComparing(CatalogItem::id);
        present.sort(byAge);
        List<String> newest =
                present.stream().limit(MOST_NEW).map(CatalogItem::id).toList();
        present.sort(Comparator.<CatalogItem>comparingDouble(item -> -popularity.get(item.id()))
                .thenComparing(byAge));
        Map<String, List<String>> categories = new HashMap<>();
        present.forEach(item -> item.categories().forEach(path -> shelve(categories, path, item)));
        return new Shelves(categories, newest);
    }

    private static void shelve(Map<String, List<String>> categories, String path, CatalogItem item) {
        List<String> shelf = categories.computeIfAbsent(path, p -> new ArrayList<>());
        if (shelf.size() < MOST_A_CATEGORY) {
            shelf.add(item.id());
        }
    }

    List<String> category(String path) {
        return categories.getOrDefault(path, List.of());
    }

    /** A path's last level. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('>') + 1).strip();
    }
}

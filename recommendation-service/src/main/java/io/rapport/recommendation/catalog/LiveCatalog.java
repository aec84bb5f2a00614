package io.rapport.recommendation.catalog;

import io.rapport.events.CatalogEvent;
import io.rapport.events.EventsJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The catalog as this pod knows it. Reading never waits; of two words on a product the one of the higher version stands. */
@ApplicationScoped
public class LiveCatalog {
    private final Map<String, CatalogItem> items = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** The product, null where it is unknown or removed. */
    public @Nullable CatalogItem find(String id) {
        CatalogItem item = items.get(id);
        return item == null || item.removed() ? null : item;
    }

    /** All that was ever heard of, removed products too. */
    public Collection<CatalogItem> all() {
        return Collections.unmodifiableCollection(items.values());
    }

    public int size() {
        return items.size();
    }

    /** Goes up with every change: whoever derives something from the catalog sees whether it is still right. */
    public long changes() {
        return changes.get();
    }

    /** What an event says of its product; null where another event of the same change says it. */
    @Nullable
    CatalogItem of(CatalogEvent event) {
        if (event instanceof CatalogEvent.ProductUpserted upserted) {
            Product product = EventsJson.mapper().convertValue(upserted.product(), Product.class);
            return CatalogItem.of(product.id(), upserted.version(), product, createdAt(upserted));
        }
        return event instanceof CatalogEvent.ProductRemoved removed
                ? CatalogItem.of(removed.productId(), removed.version(), null, removed.timestamp())
                : null;
    }

    private Instant createdAt(CatalogEvent event) {
        CatalogItem known = find(event.productId());
        return known == null ? event.timestamp() : known.createdAt();
    }

    /** Takes a word on a product, unless a later one is known. An equal word that is not this one changes nothing. */
    @SuppressWarnings("ReferenceEquality")
    void take(CatalogItem item) {
        CatalogItem stands =
                items.merge(item.id(), item, (known, word) -> word.version() > known.version() ? word : known);
        if (stands == item) {
            changes.incrementAndGet();
        }
    }
}

package io.rapport.recommendation.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.CatalogEvent;
import io.rapport.events.EventsJson;
import io.rapport.events.Money;
import io.rapport.events.Origin;
import io.rapport.events.Topic;
import io.rapport.platform.outbox.OutboxRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told of a change: the product as it is now, and each price and stock that moved. */
final class Announcements {
    private final ProductChange change;
    private final List<CatalogEvent> events = new ArrayList<>();

    private Announcements(ProductChange change) {
        this.change = change;
    }

    static List<OutboxRecord> of(List<ProductChange> changes) {
        return changes.stream()
                .flatMap(change -> new Announcements(change).events().stream())
                .map(event -> OutboxRecord.of(Topic.CATALOG, event.productId(), event))
                .toList();
    }

    private List<CatalogEvent> events() {
        Product before = change.before();
        Product after = change.after();
        if (after == null) {
            events.add(new CatalogEvent.ProductRemoved(id(), change.id(), change.version(), change.at()));
            return events;
        }
        JsonNode product = EventsJson.mapper().valueToTree(after);
        events.add(new CatalogEvent.ProductUpserted(
                id(), change.id(), change.version(), change.at(), Origin.LIVE, product));
        if (before != null) {
            price(null, before.price(), after.price());
            stock(null, before.stock(), after.stock());
            variants(before.variants(), after.variants());
        }
        return events;
    }

    private void variants(List<Variant> before, List<Variant> after) {
        Map<String, Variant> old = new HashMap<>();
        before.forEach(variant -> old.put(variant.id(), variant));
        for (Variant variant : after) {
            Variant was = old.get(variant.id());
            if (was != null) {
                price(variant.id(), was.price(), variant.price());
                stock(variant.id(), was.stock(), variant.stock());
            }
        }
    }

    /** A price that appears or goes is told by the product alone: there is no amount to compare. */
    private void price(@Nullable String variant, @Nullable Money before, @Nullable Money after) {
        if (before != null && after != null && !same(before, after)) {
            events.add(new CatalogEvent.PriceChanged(
                    id(), change.id(), change.version(), change.at(), Origin.LIVE, variant, before, after));
        }
    }

    private void stock(@Nullable String variant, @Nullable Integer before, @Nullable Integer after) {
        if (before != null && after != null && !before.equals(after)) {
            events.add(new CatalogEvent.StockChanged(
                    id(), change.id(), change.version(), change.at(), Origin.LIVE, variant, before, after));
        }
    }

    private static boolean same(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.amount().compareTo(other.amount()) == 0;
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}

package io.rapport.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of the catalog, announced once it is stored. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CatalogEvent.ProductUpserted.class, name = "product-upserted"),
    @JsonSubTypes.Type(value = CatalogEvent.PriceChanged.class, name = "price-changed"),
    @JsonSubTypes.Type(value = CatalogEvent.StockChanged.class, name = "stock-changed"),
    @JsonSubTypes.Type(value = CatalogEvent.ProductRemoved.class, name = "product-removed")
})
public sealed interface CatalogEvent {
    UUID eventId();

    String productId();

    /** Grows with each change of the product. */
    long version();

    Instant timestamp();

    /** A product is new, or anything of it changed; {@code product} is the whole of it as the API shows it. */
    record ProductUpserted(
            UUID eventId, String productId, long version, Instant timestamp, Origin origin, JsonNode product)
            implements CatalogEvent {}

    record PriceChanged(
            UUID eventId,
            String productId,
            long version,
            Instant timestamp,
            Origin origin,
            @Nullable String variantId,
            Money before,
            Money after)
            implements CatalogEvent {}

    record StockChanged(
            UUID eventId,
            String productId,
            long version,
            Instant timestamp,
            Origin origin,
            @Nullable String variantId,
            int before,
            int after)
            implements CatalogEvent {}

    record ProductRemoved(UUID eventId, String productId, long version, Instant timestamp) implements CatalogEvent {}
}

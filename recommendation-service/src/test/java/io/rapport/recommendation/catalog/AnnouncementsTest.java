package io.rapport.recommendation.catalog;

import static io.rapport.recommendation.testing.Shop.PRODUCTS;
import static io.rapport.recommendation.testing.Shop.euros;
import static io.rapport.recommendation.testing.Shop.marketer;
import static io.rapport.recommendation.testing.Shop.product;
import static io.rapport.recommendation.testing.Shop.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.CatalogEvent;
import io.rapport.events.CatalogEvent.PriceChanged;
import io.rapport.events.CatalogEvent.ProductRemoved;
import io.rapport.events.CatalogEvent.ProductUpserted;
import io.rapport.events.CatalogEvent.StockChanged;
import io.rapport.platform.testing.Eventually;
import io.rapport.recommendation.testing.CatalogTopic;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnnouncementsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    CatalogTopic topic;

    @Test
    void eachChangeIsAnnouncedOnceAndNothingElse() {
        // Given
        String id = "an-lamp";
        stock(id, product("Lamp"));

        // When
        stock(id, product("Lamp"));
        stock(id, product("Lamp", "price", euros("19.990")));
        stock(id, product("Lamp", "price", euros("17.50")));
        patch(id, "{\"stock\": 0}");
        patch(id, "{\"stock\": 0}");
        stock(id, product("Brighter lamp", "price", euros("17.50")));

        // Then
        List<CatalogEvent> events = untilRemoved(id);
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "ProductUpserted",
                        "ProductUpserted",
                        "ProductUpserted",
                        "PriceChanged",
                        "ProductUpserted",
                        "StockChanged",
                        "ProductUpserted",
                        "StockChanged",
                        "ProductRemoved");
        assertThat(events).extracting(CatalogEvent::version).containsExactly(1L, 2L, 3L, 3L, 4L, 4L, 5L, 5L, 6L);
        assertThat(events).extracting(CatalogEvent::eventId).doesNotHaveDuplicates();
        PriceChanged price = (PriceChanged) events.get(3);
        assertThat(price.before().amount()).isEqualByComparingTo("19.99");
        assertThat(price.after().amount()).isEqualByComparingTo("17.50");
        assertThat(price.variantId()).isNull();
        StockChanged stock = (StockChanged) events.get(5);
        assertThat(stock.before()).isEqualTo(10);
        assertThat(stock.after()).isZero();
    }

    @Test
    void variantsPricesAndStockAreAnnouncedUnderTheirIds() {
        // Given
        String id = "an-shirt";
        stock(id, product("Shirt", "variants", List.of(variant("s", "10.00", 1), variant("m", "10.00", 1))));

        // When
        stock(id, product("Shirt", "variants", List.of(variant("s", "12.00", 1), variant("m", "10.00", 5))));

        // Then
        List<CatalogEvent> events = untilRemoved(id);
        assertThat(events).hasSize(5);
        assertThat(((PriceChanged) events.get(2)).variantId()).isEqualTo("s");
        assertThat(((StockChanged) events.get(3)).variantId()).isEqualTo("m");
        assertThat(((StockChanged) events.get(3)).after()).isEqualTo(5);
    }

    @Test
    void versionGoesOnAfterAProductWasAwayAndTheWholeProductIsTold() {
        // Given
        String id = "an-back";
        stock(id, product("Back"));
        marketer().delete(PRODUCTS + "/" + id).then().statusCode(204);

        // When
        stock(id, product("Back", "brand", "Again"));

        // Then
        Eventually.within(SOON, () -> topic.of(id).size() == 3);
        List<CatalogEvent> events = topic.of(id);
        assertThat(events).extracting(CatalogEvent::version).containsExactly(1L, 2L, 3L);
        ProductUpserted back = (ProductUpserted) events.get(2);
        assertThat(back.product().path("brand").asText()).isEqualTo("Again");
        assertThat(back.product().path("id").asText()).isEqualTo(id);
        assertThat(back.product().path("price").path("amount").isTextual()).isTrue();
    }

    /** The removal comes last under the product's key, so all that there is to hear was heard. */
    private List<CatalogEvent> untilRemoved(String id) {
        marketer().delete(PRODUCTS + "/" + id).then().statusCode(204);
        Eventually.within(SOON, () -> topic.of(id).stream().anyMatch(ProductRemoved.class::isInstance));
        return topic.of(id);
    }

    private static void patch(String id, String patch) {
        marketer().body(patch).patch(PRODUCTS + "/" + id).then().statusCode(200);
    }

    private static Map<String, Object> variant(String id, String price, int stock) {
        return Map.of("id", id, "price", euros(price), "stock", stock);
    }
}

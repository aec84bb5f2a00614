package io.rapport.recommendation.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventResolved;
import io.rapport.events.EventType;
import io.rapport.events.EventsJson;
import io.rapport.events.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InteractionReaderTest {
    @Test
    void productIsFoundUnderTheNamesThatShopsUse() throws JsonProcessingException {
        assertThat(products("Product Viewed", "{\"product_id\": \"a\"}")).containsExactly("a");
        assertThat(products("Product Viewed", "{\"productId\": 42}")).containsExactly("42");
        assertThat(products("Product Clicked", "{\"sku\": \"s\"}")).containsExactly("s");
        assertThat(products("Product Added", "{\"id\": \"i\", \"quantity\": 3}"))
                .containsExactly("i");
    }

    @Test
    void orderHoldsEachProductOnceWithAllItsPieces() throws JsonProcessingException {
        // When
        List<Interaction> lines = read("Order Completed", """
                {"order_id": 7, "products": [{"product_id": "a", "quantity": 2}, {"product_id": "b"},
                 {"product_id": "a", "quantity": 1}, {"name": "nothing"}, 5]}""");

        // Then
        assertThat(lines).extracting(Interaction::productId).containsExactly("a", "b");
        assertThat(lines).extracting(Interaction::quantity).containsExactly(3, 1);
        assertThat(lines).extracting(Interaction::orderId).containsOnly("7");
        assertThat(lines).extracting(Interaction::kind).containsOnly(InteractionKind.PURCHASE);
    }

    @Test
    void cancellationAndRefundOfAllNameTheOrderAndARefundOfAPartDoesNot() throws JsonProcessingException {
        for (String name : List.of("Order Cancelled", "Order Refunded")) {
            assertThat(read(name, "{\"order_id\": 7}"))
                    .as(name)
                    .extracting(Interaction::kind, Interaction::orderId, Interaction::productId)
                    .containsExactly(tuple(InteractionKind.CANCELLATION, "7", ""));
            assertThat(read(name, "{}")).isEmpty();
        }
        assertThat(read("Order Cancelled", "{\"order_id\": 7, \"total\": 5}")).hasSize(1);
        assertThat(read("Order Refunded", "{\"order_id\": 7, \"total\": 5}")).isEmpty();
        assertThat(read("Order Refunded", "{\"order_id\": 7, \"products\": []}"))
                .isEmpty();
    }

    @Test
    void nonsenseAndOtherEventsTellOfNoProduct() throws JsonProcessingException {
        assertThat(products("Product List Viewed", "{\"products\": [{\"product_id\": \"a\"}]}"))
                .isEmpty();
        assertThat(products("Product Viewed", "{}")).isEmpty();
        assertThat(products("Product Viewed", "{\"product_id\": \"a\\u0000\"}")).isEmpty();
        assertThat(products("Product Viewed", "{\"product_id\": [\"a\"]}")).isEmpty();
        assertThat(products("Product Viewed", "{\"product_id\": \"" + "x".repeat(256) + "\"}"))
                .isEmpty();
        assertThat(products("Order Completed", "{\"products\": {\"product_id\": \"a\"}, \"order_id\": []}"))
                .isEmpty();
        assertThat(read("Product Added", "{\"product_id\": \"a\", \"quantity\": -5}"))
                .extracting(Interaction::quantity)
                .containsExactly(1);
    }

    private static List<String> products(String name, String properties) throws JsonProcessingException {
        return read(name, properties).stream().map(Interaction::productId).toList();
    }

    private static List<Interaction> read(String name, String properties) throws JsonProcessingException {
        JsonNode json = EventsJson.mapper().readTree(properties);
        Instant at = Instant.parse("2026-11-23T10:00:00Z");
        return InteractionReader.read(new EventResolved(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                at,
                Origin.LIVE,
                EventType.TRACK,
                name,
                "web",
                "m",
                at,
                json,
                EventsJson.mapper().createObjectNode()));
    }
}

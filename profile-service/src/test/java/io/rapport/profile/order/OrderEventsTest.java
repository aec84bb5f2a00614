package io.rapport.profile.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderEventsTest {
    private static JsonNode json(String text) {
        try {
            return EventsJson.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<OrderEvidence> read(String name, String properties) {
        return OrderEvents.read(name, json(properties), false, Instant.EPOCH, "web", "m");
    }

    private static String amount(String name, String properties) {
        return read(name, properties)
                .orElseThrow()
                .amount()
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void readsMoneyHoweverAShopWritesIt() {
        assertThat(amount("Order Completed", "{'order_id':'1','revenue':19.99}"))
                .isEqualTo("19.99");
        assertThat(amount("Order Completed", "{'order_id':'1','revenue':'19.99'}"))
                .isEqualTo("19.99");
        assertThat(amount("Order Completed", "{'order_id':1,'total':{'amount':'19.99','currency':'usd'}}"))
                .isEqualTo("19.99");
        assertThat(amount("Order Completed", "{'order_id':'1','revenue':25,'total':27.5}"))
                .isEqualTo("25");
        assertThat(amount("Order Completed", "{'order_id':'1','revenue':0.30000000000000004}"))
                .isEqualTo("0.3");
        assertThat(amount("Order Completed", "{'order_id':'1','products':[{'price':3,'quantity':2},{'price':'1.50'}]}"))
                .isEqualTo("7.5");
    }

    @Test
    void takesTheCurrencyFromTheEventOrTheAmount() {
        assertThat(read("Order Completed", "{'order_id':'1','total':{'amount':'1','currency':'usd'}}")
                        .orElseThrow()
                        .currency())
                .isEqualTo("USD");
        assertThat(read("Order Completed", "{'order_id':'1','revenue':1}")
                        .orElseThrow()
                        .currency())
                .isNull();
    }

    @Test
    void isNoEvidenceWhereTheMoneyIsMalformed() {
        for (String revenue : new String[] {
            "-1",
            "'-1'",
            "'abc'",
            "'1,50'",
            "true",
            "[1]",
            "1e999999999",
            "'1e400'",
            "1e-999999999",
            "''",
            "'NaN'",
            "{'amount':[]}",
            "12345678901234567890"
        }) {
            assertThat(read("Order Completed", "{'order_id':'1','revenue':" + revenue + "}"))
                    .as(revenue)
                    .isEmpty();
        }
        assertThat(read("Order Completed", "{'order_id':'1','revenue':1,'currency':'EURO'}"))
                .isEmpty();
        assertThat(read("Order Completed", "{'order_id':'1','revenue':1,'currency':5}"))
                .isEmpty();
    }

    @Test
    void aRefundIsReadWithAndWithoutAMinus() {
        assertThat(amount("Order Refunded", "{'order_id':'1','total':-5}")).isEqualTo("5");
        assertThat(amount("Order Refunded", "{'order_id':'1','products':[{'price':'3','quantity':-2}]}"))
                .isEqualTo("6");
    }

    @Test
    void keepsTheLinesOfAnOrderAndOfARefundWithoutPrices() {
        OrderLine lamp = new OrderLine("lamp", new BigDecimal("3.0000"), new BigDecimal("2.0000"));

        assertThat(read("Order Completed", "{'order_id':'1','products':[{'product_id':'lamp','price':3,'quantity':2}]}")
                        .orElseThrow()
                        .lines())
                .containsExactly(lamp);
        OrderEvidence refund = read("Order Refunded", "{'order_id':'1','products':[{'product_id':'lamp'}]}")
                .orElseThrow();
        assertThat(refund.amount()).isNull();
        assertThat(refund.lines()).containsExactly(new OrderLine("lamp", null, BigDecimal.ONE));
        assertThat(OrderJson.lines(OrderJson.lines(List.of(lamp)))).containsExactly(lamp);
    }

    @Test
    void aMalformedPriceOfALineDoesNotMatterWhereTheOrdersIsSaid() {
        assertThat(amount("Order Completed", "{'order_id':'1','revenue':9,'products':[{'price':'free'}]}"))
                .isEqualTo("9");
    }

    @Test
    void needsAnOrderId() {
        assertThat(read("Order Completed", "{'revenue':1}")).isEmpty();
        assertThat(read("Order Completed", "{'order_id':'  ','revenue':1}")).isEmpty();
        assertThat(read("Order Completed", "{'order_id':{},'revenue':1}")).isEmpty();
        assertThat(read("Order Started", "{'order_id':'1','revenue':1}")).isEmpty();
    }

    @Test
    void countsTheCategoriesOfItsLines() {
        assertThat(read(
                                "Order Completed",
                                "{'order_id':'1','products':[{'category':'Lamps'},{'category':'Lamps'},{'category':'Beds'},{}]}")
                        .orElseThrow()
                        .categories())
                .containsEntry("Lamps", 2)
                .containsEntry("Beds", 1)
                .hasSize(2);
    }
}

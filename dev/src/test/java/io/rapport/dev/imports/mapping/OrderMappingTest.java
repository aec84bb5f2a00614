package io.rapport.dev.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderMappingTest {
    private static final String ORDER = """
            order:
              id: "{no}"
              status: {from: "{status}", default: completed}
              userId: "{user}"
              time: "{at}"
              currency: GBP
            lines:
              productId: "{product}"
              name: "{name?}"
              price: "{price}"
              quantity: "{pieces}"
            """;
    private static final String HEADER = "no,status,user,at,product,name,price,pieces\n";

    private static String order(String... lines) {
        return HEADER + String.join("\n", lines);
    }

    @Test
    void rowsOfOneNumberAreAnOrderOfSegmentsSpec() {
        assertThat(Mapped.withoutId(
                        Kind.ORDERS,
                        ORDER,
                        order(
                                "7,,anna,2011-05-01T10:00:00Z,p1,Lamp,2.55,6",
                                "7,,anna,2011-05-01T10:00:00Z,p2,,1.10,1.0")))
                .isEqualTo("""
                        {"type":"track","event":"Order Completed","userId":"anna","timestamp":"2011-05-01T10:00:00Z",\
                        "properties":{"order_id":"7","currency":"GBP","revenue":16.4,"products":[\
                        {"product_id":"p1","name":"Lamp","price":2.55,"quantity":6},\
                        {"product_id":"p2","price":1.1,"quantity":1}]}}""");
    }

    @ParameterizedTest
    @CsvSource({"refunded,Order Refunded", "cancelled,Order Cancelled"})
    void whatIsGivenBackIsPositiveAndHasATotal(String status, String event) {
        // When
        JsonNode made =
                Mapped.json(Kind.ORDERS, ORDER, order("7," + status + ",anna,2011-05-01T10:00:00Z,p1,Lamp,2.50,-2"));

        // Then
        assertThat(made.get("event").textValue()).isEqualTo(event);
        assertThat(made.at("/properties/revenue").decimalValue()).isEqualByComparingTo("5");
        assertThat(made.at("/properties/total").decimalValue()).isEqualByComparingTo("5");
        assertThat(made.at("/properties/products/0/quantity").decimalValue()).isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7,,anna,2011-05-01T10:00:00Z,p1,Lamp,2.50,-2 | lines: quantity: -2 is negative, and the order is not given back",
                "7,,anna,2011-05-01T10:00:00Z,p1,Lamp,-2.50,2 | lines: price: -2.50 is negative, and the order is not given back",
                "7,,anna,2011-05-01T10:00:00Z,p1,Lamp,free,2 | lines.price: \"free\" is not a number",
                "7,,anna,2011-05-01T10:00:00Z,,Lamp,1,2 | lines.productId: is required and missing",
                "7,,anna,,p1,Lamp,1,2 | order.time: is required and missing",
                "7,,anna,1 May,p1,Lamp,1,2 | order.time: \"1 May\" is not a time written as iso",
                "7,,anna,2027-05-01T10:00:00Z,p1,Lamp,1,2 | The timestamp is more than a year ahead.",
                "7,lost,anna,2011-05-01T10:00:00Z,p1,Lamp,1,2 | order.status: \"lost\" is none of completed, refunded, cancelled",
                "7,,,2011-05-01T10:00:00Z,p1,Lamp,1,2 | An event needs a userId or an anonymousId.",
            })
    void aRowThatIsNoLineOfAnOrderIsRejectedWithItsFieldAndReason(String line, String reason) {
        assertThatThrownBy(() -> Mapped.json(Kind.ORDERS, ORDER, order(line.strip())))
                .isInstanceOf(Rejection.class)
                .hasMessage(reason);
    }

    @Test
    void theRejectionNamesTheRowThatIsAtFault() {
        assertThatThrownBy(() -> Mapped.json(
                        Kind.ORDERS,
                        ORDER,
                        order("7,,anna,2011-05-01T10:00:00Z,p1,Lamp,1,1", "7,,anna,2011-05-01T10:00:00Z,p2,Lamp,x,1")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.row().place().line()).isEqualTo(3));
    }

    @Test
    void aLinesAmountIsSharedOutAmongItsPieces() {
        // Given
        String mapping = ORDER.replace("price: \"{price}\"", "amount: \"{price}\"");

        // When
        JsonNode made = Mapped.json(
                Kind.ORDERS, mapping, order("7,,anna,2011-05-01T10:00:00Z,p1,Lamp,10.00,3", "7,,anna,,p2,,0.05,1"));

        // Then
        assertThat(made.at("/properties/products/0/price").decimalValue()).isEqualByComparingTo("3.3333");
        assertThat(made.at("/properties/revenue").decimalValue()).isEqualByComparingTo("10.05");
    }

    @Test
    void anOrderWithoutLinesNeedsItsRevenue() {
        // Given
        String mapping = "order: {id: \"{no}\", userId: u, time: \"{at}\", currency: EUR";

        // When, Then
        assertThat(Mapped.json(Kind.ORDERS, mapping + ", revenue: 5}", "no,at\n1,2020-01-01\n")
                        .at("/properties/revenue")
                        .intValue())
                .isEqualTo(5);
        assertThatThrownBy(() -> Mapped.mapping(Kind.ORDERS, mapping + "}"))
                .hasMessageEndingWith(
                        "order: nothing says what an order is worth: give revenue, or lines with price or amount");
    }

    @Test
    void linesThatAConditionLeavesOutAreNeitherSentNorCounted() {
        // Given
        String mapping = ORDER + "  skip: {value: \"{product}\", equals: POST}\n";

        // When
        JsonNode made = Mapped.json(
                Kind.ORDERS,
                mapping,
                order("7,,anna,2011-05-01T10:00:00Z,p1,Lamp,10,1", "7,,anna,2011-05-01T10:00:00Z,POST,,4,1"));

        // Then
        assertThat(made.at("/properties/products")).hasSize(1);
        assertThat(made.at("/properties/revenue").intValue()).isEqualTo(10);
    }

    private static String large(int lines) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < lines; i++) {
            csv.append("7,,anna,2011-05-01T10:00:00Z,p")
                    .append(i)
                    .append(",A lamp with quite a long name,")
                    .append(i)
                    .append(".5,1\n");
        }
        return csv.toString();
    }

    @Test
    void anOrderThatNoEventHoldsIsRejectedUnlessItMayBeTrimmed() {
        assertThatThrownBy(() -> Mapped.json(Kind.ORDERS, ORDER, large(400)))
                .isInstanceOf(Rejection.class)
                .hasMessageMatching("the event is of \\d+ bytes, and may be of 32000");
    }

    @Test
    void trimmingLeavesOutNamesFirst() {
        // When
        Content content =
                Mapped.content(Kind.ORDERS, ORDER.replace("currency:", "tooLarge: trim\n  currency:"), large(400));

        // Then
        JsonNode made = Mapped.tree(content);
        assertThat(content.trimmed()).isTrue();
        assertThat(made.at("/properties/products")).hasSize(400);
        assertThat(made.at("/properties/products/0").has("name")).isFalse();
        assertThat(made.at("/properties").has("lines_left_out")).isFalse();
    }

    @Test
    void trimmingThenLeavesOutTheLeastValuableLinesAndSaysSoAndTheOrderKeepsItsWorth() {
        // When
        Content content =
                Mapped.content(Kind.ORDERS, ORDER.replace("currency:", "tooLarge: trim\n  currency:"), large(1_200));

        // Then
        JsonNode order = Mapped.tree(content).get("properties");
        int kept = order.get("products").size();
        assertThat(content.json().length).isBetween(31_000, EventJson.LARGEST);
        assertThat(order.get("lines").intValue()).isEqualTo(1_200);
        assertThat(order.get("lines_left_out").intValue()).isEqualTo(1_200 - kept);
        assertThat(order.at("/products/" + (kept - 1) + "/product_id").textValue())
                .isEqualTo("p1199");
        assertThat(order.get("revenue").decimalValue()).isEqualByComparingTo(new BigDecimal(1_199 * 1_200 / 2 + 600));
    }

    @Test
    void everyOtherFieldFindsItsPlace() {
        // Given
        String mapping = """
                order:
                  id: "1"
                  anonymousId: a
                  time: "2020-01-01"
                  currency: EUR
                  affiliation: shop
                  revenue: 9
                  total: 12.10
                  subtotal: 10
                  tax: 2.10
                  shipping: 1
                  discount: 1
                  coupon: SPRING
                  properties: {gift: true, address.city: Breda}
                  context: {locale: nl, consent.categoryPreferences.marketing: false}
                lines:
                  productId: p
                  sku: s
                  brand: b
                  category: c
                  variant: v
                  coupon: LINE
                  url: /p
                  imageUrl: /p.png
                  price: 1
                  properties: {engraved: Anna}
                """;

        // When, Then
        assertThat(Mapped.withoutId(Kind.ORDERS, mapping, "x\n1\n")).isEqualTo("""
                        {"type":"track","event":"Order Completed","anonymousId":"a","timestamp":"2020-01-01T00:00:00Z",\
                        "properties":{"order_id":"1","affiliation":"shop","revenue":9,"total":12.1,"subtotal":10,"tax":2.1,\
                        "shipping":1,"discount":1,"coupon":"SPRING","currency":"EUR","gift":true,"address":{"city":"Breda"},\
                        "products":[{"product_id":"p","sku":"s","brand":"b","category":"c","variant":"v","coupon":"LINE",\
                        "url":"/p","image_url":"/p.png","price":1,"quantity":1,"engraved":"Anna"}]},\
                        "context":{"locale":"nl","consent":{"categoryPreferences":{"marketing":false}}}}""");
    }
}

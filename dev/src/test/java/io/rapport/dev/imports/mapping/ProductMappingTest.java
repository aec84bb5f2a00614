package io.rapport.dev.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.value.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductMappingTest {
    @Test
    void everyFieldFindsItsPlace() {
        // Given
        String mapping = """
                product:
                  id: "{id}"
                  title: "{t}"
                  description: d
                  url: /p
                  imageUrl: /p.png
                  brand: b
                  categories: ["A > {t}", "A > {t}", B]
                  price: {from: "{p}", apply: number}
                  listPrice: {from: "{p}", apply: [money: EUR]}
                  currency: "{c}"
                  stock: 3.0
                  countries: [NL]
                  tags: {from: "a,b", apply: [split: ","]}
                  attributes: {colour: red, "*": "x_(.*)"}
                """;

        // When, Then
        assertThat(Mapped.json(Kind.PRODUCTS, mapping, "id,t,p,c,x_size,x_none\n1,T,5,EUR,9,\n")
                        .toString())
                .isEqualTo("""
                        {"id":"1","title":"T","description":"d","url":"/p","imageUrl":"/p.png","brand":"b",\
                        "categories":["A > T","B"],"price":{"amount":"5.00","currency":"EUR"},\
                        "listPrice":{"amount":"5.00","currency":"EUR"},"stock":3,"countries":["NL"],"tags":["a","b"],\
                        "attributes":{"colour":"red","size":"9"}}""");
    }

    @ParameterizedTest
    @CsvSource({"first,5.00", "last,7.00", "most,7.00", "min,5.00", "max,9.00", "sum,28.00"})
    void ofAGroupsValuesTheMappingPicks(String pick, String amount) {
        // Given
        String mapping =
                "product: {id: a, title: t, currency: EUR, price: {from: \"{p}\", apply: number, pick: " + pick + "}}";

        // When, Then
        assertThat(Mapped.json(Kind.PRODUCTS, mapping, "p,q\n,\n5,\n9,\n7,\n7,\n,\n")
                        .at("/price/amount")
                        .textValue())
                .isEqualTo(amount);
    }

    @Test
    void allOfAGroupsValuesAreAListWithoutRepetitions() {
        // Given
        String mapping = "product: {id: a, title: t, tags: {from: \"{p}\", apply: [split: ;], pick: all}}";

        // When, Then
        assertThat(Mapped.json(Kind.PRODUCTS, mapping, "p\na;b\nb;c\n")
                        .get("tags")
                        .toString())
                .isEqualTo("[\"a\",\"b\",\"c\"]");
    }

    @Test
    void eachRowIsAVariant() {
        // Given
        String mapping = """
                product: {id: a, title: "{t}", currency: EUR}
                variants: {id: "{sku}", price: "{p}", stock: "{n}", attributes: {size: "{s}"}}
                """;

        // When, Then
        assertThat(Mapped.json(Kind.PRODUCTS, mapping, "t,sku,p,n,s\nT,a1,5,1,S\n,a2,6.5,,L\n")
                        .get("variants")
                        .toString())
                .isEqualTo("""
                        [{"id":"a1","price":{"amount":"5.00","currency":"EUR"},"stock":1,"attributes":{"size":"S"}},\
                        {"id":"a2","price":{"amount":"6.50","currency":"EUR"},"attributes":{"size":"L"}}]""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: \"{e}\", title: t}                        | product.id: is required and missing",
                "{id: a, title: \"{e}\"}                        | product.title: is required and missing",
                "{id: a, title: t, price: 5}                    | price: has no currency; say product.currency, or use the money transform",
                "{id: a, title: t, price: 5, currency: XYZ}     | price: \"XYZ\" is not an ISO 4217 currency code",
                "{id: a, title: t, price: -5, currency: EUR}    | price: a price must not be negative",
                "{id: a, title: t, stock: -1}                   | product.stock: -1 is not a count from 0 to 2147483647",
                "{id: a, title: t, stock: 1.5}                  | product.stock: \"1.5\" is not a whole number",
                "{id: a, title: t, brand: [a, b]}               | product.brand: a single value is needed, not a list or an object",
            })
    void whatIsNoProductIsRejected(String product, String reason) {
        assertThatThrownBy(() -> Mapped.json(Kind.PRODUCTS, "product: " + product, "e,f\n,1\n"))
                .isInstanceOf(Rejection.class)
                .hasMessage(reason);
    }

    @Test
    void aValueOfJsonIsTakenAsItIs() {
        // Given
        Mapping mapping =
                Mapped.mapping(Kind.PRODUCTS, "product: {id: \"{id}\", title: t, attributes: {\"*\": \"a_(.*)\"}}");

        // When
        Content content =
                mapping.record().map(Group.of(Values.row("{\"id\":5,\"a_n\":6.0,\"a_b\":false,\"a_l\":[\"x\"]}")));

        // Then
        assertThat(Mapped.tree(content).toString())
                .isEqualTo("{\"id\":\"5\",\"title\":\"t\",\"attributes\":{\"n\":6.0,\"b\":false,\"l\":[\"x\"]}}");
    }
}

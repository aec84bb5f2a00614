package io.rapport.dev.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {
    @TempDir
    private Path folder;

    private Mapping read(Kind kind, String text) throws IOException {
        return MappingFile.read(Files.writeString(folder.resolve("my.yaml"), text), kind, Mapped.CLOCK);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheLines() {
        assertThatThrownBy(() -> read(Kind.ORDERS, """
                        kind: products
                        sorce: shop
                        input: {format: csv, delimiter: xyz}
                        order:
                          id: "{no"
                          time: {from: "{at}", apply: [tiem]}
                          curency: EUR
                        lines:
                          productId: {StockCode}
                          price: "{p}"
                        """))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines().toList())
                        .hasSize(9)
                        .contains(
                                "my.yaml:1: kind: this is a mapping of \"products\", and the command imports orders",
                                "my.yaml:1: the key \"source\" is missing",
                                "my.yaml:5: order: the key \"currency\" is missing",
                                "my.yaml:5: order.id: a { without its }; write {{ for a brace",
                                "my.yaml:9: lines.productId: a value needs either \"from\" or \"firstOf\"; is {a column} perhaps"
                                        + " not in quotes? Write \"{a column}\"")
                        .anyMatch(line -> line.startsWith("my.yaml:2: sorce: unknown key \"sorce\"; known here: "))
                        .anyMatch(line -> line.startsWith("my.yaml:3: input.delimiter: "))
                        .anyMatch(line -> line.startsWith("my.yaml:6: order.time.apply[0]: unknown transform \"tiem\""))
                        .anyMatch(line ->
                                line.startsWith("my.yaml:7: order.curency: unknown key \"curency\"; known here: ")));
    }

    @Test
    void ordersAreGatheredByTheirIdFromAnywhereUnlessTheMappingSaysOtherwise() throws IOException {
        // Given
        String orders = """
                kind: orders
                source: shop
                input: {format: jsonl}
                order: {id: "{no}", userId: u, time: "2020-01-01", currency: EUR, revenue: 1}
                """;

        // When, Then
        assertThat(read(Kind.ORDERS, orders).group().rows()).isEqualTo(GroupBy.Where.ANYWHERE);
        assertThat(read(Kind.ORDERS, orders + "group: {rows: together}").group().by())
                .isPresent();
        assertThat(read(Kind.ORDERS, orders + "group: {rows: single}").group().by())
                .isEmpty();
        assertThatThrownBy(() -> read(Kind.ORDERS, orders + "group: {rows: here}"))
                .hasMessage("my.yaml:5: group.rows: anywhere, together or single is expected here");
    }

    @Test
    void eventsAreGatheredOnlyByWhatTheMappingNames() {
        assertThatThrownBy(() -> read(Kind.EVENTS, """
                        kind: events
                        source: shop
                        input: {format: jsonl}
                        group: {rows: together}
                        event: {name: n, userId: u, time: "2020-01-01"}
                        """))
                .hasMessage("my.yaml:4: group: the key \"by\" is missing: what do rows of one record share?");
    }

    @Test
    void namesOfPropertiesAreAnybodysButNotEmpty() {
        assertThatThrownBy(() -> read(Kind.EVENTS, """
                        kind: events
                        source: shop
                        input: {format: jsonl}
                        event:
                          name: n
                          userId: u
                          time: "2020-01-01"
                          properties: {a..b: 1, c: {frm: 1}}
                        """))
                .satisfies(refusal -> assertThat(refusal.getMessage().lines().toList())
                        .hasSize(2)
                        .allMatch(line -> line.startsWith("my.yaml:8: event.properties.")));
    }

    @Test
    void aMappingThatIsNotThereIsTold() {
        assertThatThrownBy(() -> MappingFile.read(folder.resolve("none.yaml"), Kind.EVENTS, Mapped.CLOCK))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Cannot read the mapping ");
    }
}

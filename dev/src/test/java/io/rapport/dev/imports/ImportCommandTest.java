package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.Imports.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String EVENTS = """
            kind: events
            source: shop
            input: {format: csv}
            skip: {value: "{item}", equals: none}
            event:
              name: "{name}"
              userId: "{user}"
              time: "{at}"
              properties: {product_id: "{item}"}
            """;
    private static final String ORDERS = """
            kind: orders
            source: shop
            input: {format: csv}
            order: {id: "{no}", userId: "{user}", time: "{at}", currency: EUR}
            lines: {productId: "{item}", price: "{price}"}
            """;
    private static final String PRODUCTS = """
            kind: products
            source: shop
            input: {format: csv}
            product: {id: "{id}", title: "{title}"}
            """;

    @TempDir
    private Path folder;

    private final long seed = new Random().nextLong();
    private final FakeGateway gateway = new FakeGateway(seed, 0);
    private Imports imports;
    private Path events;
    private Path orders;
    private Path products;

    @BeforeEach
    void write() {
        System.out.println("seed " + seed);
        imports = new Imports(folder, gateway.url());
        events = imports.write("events.yaml", EVENTS);
        orders = imports.write("orders.yaml", ORDERS);
        products = imports.write("products.yaml", PRODUCTS);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private Result run(String kind, Path mapping, Path file, String... options) {
        String[] all = new String[4 + options.length];
        System.arraycopy(new String[] {kind, file.toString(), "--mapping", mapping.toString()}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return imports.run(all);
    }

    @Test
    void whatIsGoodIsImportedAndWhatIsNotIsWrittenDownWithLineAndReason() {
        // Given
        Path file = imports.write("in.csv", """
                name,user,at,item
                View,u1,2020-01-01T00:00:00Z,p1
                View,u1,yesterday,p2
                View,,2020-01-01T00:00:00Z,p3
                View,u2,2020-01-01T00:00:00Z,none
                View,u2
                View,u2,2020-01-02T00:00:00Z,p4
                """);

        // When
        Result result = run("events", events, file);

        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(gateway.events().values())
                .extracting(event -> event.at("/properties/product_id").textValue())
                .containsExactlyInAnyOrder("p1", "p4");
        assertThat(imports.rejects("in.csv")).containsExactly("""
                        {"file":"in.csv","line":3,"reason":"event.time: \\"yesterday\\" is not a time written as iso",\
                        "row":{"name":"View","user":"u1","at":"yesterday","item":"p2"}}""", """
                        {"file":"in.csv","line":4,"reason":"An event needs a userId or an anonymousId.",\
                        "row":{"name":"View","user":"","at":"2020-01-01T00:00:00Z","item":"p3"}}""", """
                        {"file":"in.csv","line":6,"reason":"2 fields where 4 are expected","row":["View","u2"]}""");
        assertThat(result.out())
                .contains("rows      6 read · 1 left out · 3 rejected", "records   2 made · 0 trimmed · 2 sent");
    }

    @Test
    void aCleanImportEndsWithZeroAndLeavesNoSideFile() {
        // Given
        Path file = imports.write("in.csv", "name,user,at,item\nView,u1,2020-01-01T00:00:00Z,p1\n");

        // When, Then
        assertThat(run("events", events, file).status()).isZero();
        assertThat(folder.resolve("in.csv.rejected.jsonl")).doesNotExist();
    }

    @Test
    void anOrderFallsAsAWholeAndItsRowsMayStandApart() {
        // Given
        Path file = imports.write("in.csv", """
                no,user,at,item,price
                1,u1,2020-01-02T00:00:00Z,a,1
                2,u1,2020-01-01T00:00:00Z,b,2
                1,u1,2020-01-02T00:00:00Z,c,3
                3,u1,2020-01-03T00:00:00Z,d,4
                3,u1,2020-01-03T00:00:00Z,e,free
                """);

        // When
        Result result = run("orders", orders, file);

        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(gateway.events().values())
                .extracting(order -> order.at("/properties/order_id").textValue())
                .as("in the order of their time")
                .containsExactly("2", "1");
        assertThat(imports.rejects("in.csv"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("\"line\":5,\"reason\":\"left out with line 6 of the same record\""),
                        line -> assertThat(line)
                                .contains("\"line\":6,\"reason\":\"lines.price: \\\"free\\\" is not a number\""));
    }

    @Test
    void aFileThatIsSaidToBeInOrderAndIsNotIsTold() {
        // Given
        Path mapping = imports.write("together.yaml", ORDERS + "group: {rows: together}\n");
        Path file = imports.write("in.csv", """
                no,user,at,item,price
                1,u1,2020-01-02T00:00:00Z,a,1
                2,u1,2020-01-01T00:00:00Z,b,2
                1,u1,2020-01-02T00:00:00Z,c,3
                """);

        // When
        Result result = run("orders", mapping, file);

        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(gateway.events()).hasSize(2);
        assertThat(imports.rejects("in.csv"))
                .singleElement()
                .asString()
                .contains("\"line\":4,\"reason\":\"the rows of \\\"1\\\" do not stand together");
    }

    @Test
    void whatTheGatewayRefusesIsTracedBackToItsLine() {
        // Given
        Path file = imports.write("in.csv", "id,title\n1,Lamp\n2,Unwanted thing\n3,Chair\n");

        // When
        Result result = run("products", products, file);

        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(gateway.products()).containsOnlyKeys("1", "3");
        assertThat(imports.rejects("in.csv")).containsExactly("""
                        {"file":"in.csv","line":3,"reason":"the gateway: not wanted",\
                        "record":{"id":"2","title":"Unwanted thing"}}""");
    }

    @Test
    void anEventThatTheGatewayTakesInNoBatchIsFoundByHalving() {
        // Given
        StringBuilder text = new StringBuilder("name,user,at,item\n");
        for (int i = 0; i < 100; i++) {
            text.append(i == 37 ? "Unwanted" : "View").append(",u").append(i).append(",2020-01-01T00:00:00Z,p\n");
        }
        Path file = imports.write("in.csv", text.toString());

        // When
        Result result = run("events", events, file);

        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(gateway.events()).hasSize(99);
        assertThat(imports.rejects("in.csv"))
                .singleElement()
                .asString()
                .contains("\"line\":39,\"reason\":\"the gateway: 413 (an event that is not wanted)\"");
    }

    @Test
    void aGatewayThatRefusesEverythingIsNotAskedForEveryRecord() {
        // Given
        Path file =
                imports.write("in.csv", "name,user,at,item\n" + "Unwanted,u,2020-01-01T00:00:00Z,p\n".repeat(2_000));

        // When
        Result result = run("events", events, file);

        // Then
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("refuses one record after the other", "goes on from here");
        assertThat(gateway.requests()).isLessThan(300);
    }

    @Test
    void aSecondRunOfAnImportThatIsDoneSendsNothing() {
        // Given
        Path file = imports.write("in.csv", "name,user,at,item\nView,u1,2020-01-01T00:00:00Z,p1\n");
        run("events", events, file);
        int requests = gateway.requests();

        // When
        Result again = run("events", events, file);

        // Then
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("Imported already", "1 records");
        assertThat(gateway.requests()).isEqualTo(requests);
    }

    @Test
    void aRestartSendsAllAgainUnderTheSameIds() {
        // Given
        Path file = imports.write("in.csv", "name,user,at,item\nView,u1,2020-01-01T00:00:00Z,p1\n");
        run("events", events, file);

        // When
        Result again = run("events", events, file, "--restart");

        // Then
        assertThat(again.status()).isZero();
        assertThat(gateway.events()).hasSize(1);
        assertThat(gateway.repeated()).isEqualTo(1);
    }

    @Test
    void aLimitEndsEarlyAndTheNextRunGoesOn() {
        // Given
        Path file = imports.write(
                "in.csv",
                "name,user,at,item\nA,u,2020-01-01T00:00:00Z,p\nB,u,2020-01-01T00:00:00Z,p\nC,u,2020-01-01T00:00:00Z,p\n");

        // When
        Result first = run("events", events, file, "--limit", "2");
        int sent = gateway.events().size();
        Result second = run("events", events, file);

        // Then
        assertThat(first.status()).isZero();
        assertThat(sent).isEqualTo(2);
        assertThat(second.out()).contains("1 sent · 2 sent before");
        assertThat(gateway.events()).hasSize(3);
        assertThat(gateway.repeated()).isZero();
    }

    @Test
    void aDryRunSendsNothingAndShowsWhatItWouldSend() {
        // Given
        Path file = imports.write(
                "in.csv", "name,user,at,item\nA,u,2020-01-01T00:00:00Z,p\nB,u,2020-01-01T00:00:00Z,p\nC,u,never,p\n");

        // When
        Result result = run("events", events, file, "--dry-run", "--show", "1");

        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(gateway.requests()).isZero();
        assertThat(result.out())
                .contains("in.csv:2", "\"event\" : \"A\"", "2 made")
                .doesNotContain("\"event\" : \"B\"");
        assertThat(imports.rejects("in.csv")).hasSize(1);
    }

    @Test
    void severalFilesAreReadAsOne() throws IOException {
        // Given
        Path one = imports.write("one.csv", "no,user,at,item,price\n1,u1,2020-01-02T00:00:00Z,a,1\n");
        Path two = imports.write("two.csv", "price,item,at,user,no\n3,b,2020-01-02T00:00:00Z,u1,1\n");

        // When
        Result result = imports.run("orders", one.toString(), two.toString(), "--mapping", orders.toString());

        // Then
        assertThat(result.status()).isZero();
        assertThat(gateway.events().values())
                .singleElement()
                .satisfies(order ->
                        assertThat(order.at("/properties/revenue").intValue()).isEqualTo(4));
        assertThat(Files.exists(folder.resolve("work"))).isTrue();
    }

    @Test
    void aColumnThatTheFileDoesNotHaveIsToldBeforeAnythingIsSent() {
        // Given
        Path file = imports.write("in.csv", "name,user,when,item\nA,u,2020-01-01T00:00:00Z,p\n");

        // When
        Result result = run("events", events, file);

        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("events.yaml:8: event.time: no column is named \"at\"", "columns are name, user, when, item");
        assertThat(gateway.requests()).isZero();
    }

    @Test
    void aWrongKeyIsToldAtOnce() {
        // Given
        imports.write("access.json", "{\"gateway\":\"" + gateway.url() + "\",\"serverKey\":\"sk_wrong\"}");
        Path file = imports.write("in.csv", "name,user,at,item\nA,u,2020-01-01T00:00:00Z,p\n");

        // When
        Result result = run("events", events, file);

        // Then
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("does not accept the server key: 401 (The server key is not known.)");
        assertThat(gateway.requests()).isEqualTo(1);
    }

    @Test
    void aGatewayThatStaysAwayIsGivenUpAfterAWhile() {
        // Given
        gateway.close();
        Path file = imports.write("in.csv", "name,user,at,item\nA,u,2020-01-01T00:00:00Z,p\n");

        // When
        Result result = run("events", events, file, "--give-up-after", "PT0.3S");

        // Then
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err())
                .contains("Gave up after 0.", "cannot be reached", "The same command goes on from here.");
    }

    @Test
    void aFileThatBreaksOffEndsTheImportWithoutItsLastOrder() throws IOException {
        // Given
        Path mapping = imports.write("together.yaml", ORDERS + "group: {rows: together}\n");
        Path file = imports.write("in.csv", """
                no,user,at,item,price
                1,u1,2020-01-02T00:00:00Z,a,1
                2,u1,2020-01-01T00:00:00Z,b,"2
                """);

        // When
        Result result = run("orders", mapping, file);

        // Then
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("in.csv: ");
        assertThat(gateway.events())
                .as("whether an order is whole is known when the next begins")
                .isEmpty();
    }

    @Test
    void eachVisitorsEventsArriveInOrderThroughEveryFault() {
        // Given
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("name,user,at,item\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("View,u")
                    .append(random.nextInt(50))
                    .append(String.format(",2020-01-01T%02d:%02d:%02dZ,p", i / 3600, i / 60 % 60, i % 60))
                    .append(i)
                    .append('\n');
        }
        Path file = imports.write("in.csv", text.toString());

        // When
        Result result;
        Map<String, List<String>> times;
        Map<String, JsonNode> arrived;
        try (FakeGateway faulty = new FakeGateway(seed, 30)) {
            imports.write(
                    "access.json", "{\"gateway\":\"" + faulty.url() + "\",\"serverKey\":\"" + FakeGateway.KEY + "\"}");
            result = run("events", events, file, "--batch", "50");
            times = faulty.timesByVisitor();
            arrived = faulty.events();
        }

        // Then
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(arrived).hasSize(3_000);
        assertThat(times)
                .hasSize(50)
                .allSatisfy((visitor, each) -> assertThat(each).isSorted());
    }
}

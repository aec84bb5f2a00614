package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.dev.imports.Imports.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the command makes of files. */
class ImportCommandTest extends ImportCommandTestBase {
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
}

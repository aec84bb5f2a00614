package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.Imports.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the command makes of the gateway's refusals and faults. */
class ImportGatewayTest extends ImportCommandTestBase {
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

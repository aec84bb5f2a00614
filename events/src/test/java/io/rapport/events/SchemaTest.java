package io.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final int INSTANCES = 300;
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("raw-event", RawEvent.class),
            Map.entry("rejected-event", RejectedEvent.class),
            Map.entry("event-resolved", EventResolved.class),
            Map.entry("profiles-merged", ProfilesMerged.class),
            Map.entry("profiles-unmerged", ProfilesUnmerged.class),
            Map.entry("consent-changed", ConsentChanged.class),
            Map.entry("profile-erased", ProfileErased.class),
            Map.entry("segment-entered", SegmentEntered.class),
            Map.entry("segment-exited", SegmentExited.class),
            Map.entry("source", AccessRecord.Source.class),
            Map.entry("server-key", AccessRecord.ServerKey.class),
            Map.entry("signing-key", AccessRecord.SigningKey.class),
            Map.entry("product-upserted", CatalogEvent.ProductUpserted.class),
            Map.entry("price-changed", CatalogEvent.PriceChanged.class),
            Map.entry("stock-changed", CatalogEvent.StockChanged.class),
            Map.entry("product-removed", CatalogEvent.ProductRemoved.class),
            Map.entry("clock-moved", ClockMoved.class));

    static Stream<Arguments> records() {
        return RECORDS.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyInstanceFitsItsSchemaAndSurvivesTheWire(String name, Class<?> type) throws Exception {
        // Given
        long seed = System.nanoTime();
        RandomRecords records = new RandomRecords(seed);
        JsonSchema schema = schema(name);
        for (int i = 0; i < INSTANCES; i++) {
            Object record = records.next(type);

            // When
            byte[] wire = EventsJson.write(record);

            // Then
            assertThat(schema.validate(EventsJson.mapper().readTree(wire)))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(EventsJson.read(wire, type)).as("seed %d", seed).isEqualTo(record);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void anInstanceWithoutARequiredFieldDoesNotFit(String name, Class<?> type) throws Exception {
        // Given
        JsonSchema schema = schema(name);
        JsonNode whole = EventsJson.mapper().valueToTree(new RandomRecords(7).next(type));
        for (JsonNode required : schema.getSchemaNode().get("required")) {
            ObjectNode broken = whole.deepCopy();

            // When
            broken.remove(required.asText());

            // Then
            assertThat(schema.validate(broken)).as(required.asText()).isNotEmpty();
        }
    }

    @Test
    void asyncApiNamesEveryTopicAndEverySchema() throws IOException {
        // When
        String document = resource("asyncapi.yaml");

        // Then
        for (Topic topic : Topic.values()) {
            assertThat(document).contains("address: " + topic.name(""));
        }
        assertThat(RECORDS.keySet()).allSatisfy(name -> assertThat(document).contains("schemas/" + name + ".json"));
    }

    private static JsonSchema schema(String name) throws IOException {
        SchemaValidatorsConfig formats =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("schemas/" + name + ".json"), formats);
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = SchemaTest.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

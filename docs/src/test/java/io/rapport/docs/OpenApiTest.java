package io.rapport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    private static final Path ROOT = Path.of(System.getProperty("rapport.root", ".."));
    private static final Path COMMITTED = ROOT.resolve("docs/openapi.json");

    /** {@code mvn verify -Dopenapi.write=true} writes it anew. */
    @Test
    void theCommittedDocumentIsWhatTheServicesOffer() throws IOException {
        // Given
        ObjectMapper mapper = new ObjectMapper();
        JsonNode merged = new OpenApiMerge().merge(ROOT);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(merged) + "\n");
        }

        // When
        JsonNode committed = mapper.readTree(COMMITTED.toFile());

        // Then
        assertThat(committed)
                .as("docs/openapi.json is stale: run mvn verify -Dopenapi.write=true and commit it")
                .isEqualTo(merged);
    }
}

package io.rapport.profile.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.rapport.profile.condition.Json;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Places utrecht() throws IOException {
        Path file = folder.resolve("places.mmdb");
        PlaceFile.write(file, "NL", "UT", "Utrecht");
        Places places = new Places(Optional.of(file));
        places.start(new StartupEvent(), vertx);
        return places;
    }

    @Test
    void anAddressThatIsKnownGetsItsPlace() throws IOException {
        JsonNode located = utrecht().located(Json.of("{'ip':'145.1.2.3','locale':'nl-NL'}"));

        assertThat(located)
                .isEqualTo(Json.of("{'ip':'145.1.2.3','locale':'nl-NL',"
                        + "'location':{'country':'NL','region':'UT','city':'Utrecht'}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ip':'10.1.2.3'}",
                "{'ip':'145.1.2.3','location':{'country':'BE'}}",
                "{'ip':'shop.example'}",
                "{'ip':'999.999.999.999'}",
                "{'ip':'2001:db8::1'}",
                "{'ip':7}",
                "{}"
            })
    void allElseStaysAsItIs(String context) throws IOException {
        assertThat(utrecht().located(Json.of(context))).isEqualTo(Json.of(context));
    }

    @Test
    void withoutADatabaseNothingIsAdded() {
        assertThat(Places.unknown().located(Json.of("{'ip':'145.1.2.3'}"))).isEqualTo(Json.of("{'ip':'145.1.2.3'}"));
    }

    @Test
    void aFileThatIsNoDatabaseStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.mmdb"), "no database");

        assertThatThrownBy(() -> new Places(Optional.of(file)).start(new StartupEvent(), vertx))
                .isInstanceOf(IOException.class);
    }
}

package io.rapport.profile.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.events.EventsJson;
import io.rapport.profile.condition.builtin.BuiltInSegment;
import io.rapport.profile.condition.builtin.BuiltInSegments;
import io.rapport.profile.testing.ServiceTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The segments that come with Rapport, from the first start on. */
@QuarkusTest
class BuiltInsTest extends ServiceTest {
    private static final String NAMELESS = "{\"name\":\"Ours\",\"condition\":{\"trait\":\"a\",\"op\":\"exists\"}}";

    @Inject
    BuiltIns builtIns;

    private final List<BuiltInSegment> all = BuiltInSegments.load();

    private static JsonNode list(boolean builtIn) {
        String answer = admin().get("/api/segments?limit=500&builtIn=" + builtIn)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return EventsJson.read(answer.getBytes(StandardCharsets.UTF_8), JsonNode.class)
                .path("items");
    }

    private int create(List<BuiltInSegment> segments) {
        return builtIns.create(segments).await().atMost(SOON);
    }

    @Test
    void allAreThereFromTheFirstStartOnAndNoneIsPublic() {
        assertThat(list(true).findValuesAsText("id"))
                .containsAll(all.stream()
                        .map(BuiltInSegment::id)
                        .filter(id -> !id.equals(last().id()))
                        .toList());
        assertThat(list(true)).allSatisfy(segment -> {
            assertThat(segment.path("public").asBoolean()).isFalse();
            assertThat(segment.path("builtIn").asBoolean()).isTrue();
            assertThat(segment.path("description").asText()).isNotBlank();
        });
        assertThat(list(false).findValuesAsText("id")).doesNotContain("frequent-buyers");
    }

    private BuiltInSegment last() {
        return all.get(all.size() - 1);
    }

    @Test
    void anotherStartUndoesNeitherAChangeNorADeletion() {
        // Given
        admin().delete("/api/segments/" + last().id());
        admin().body(NAMELESS).put("/api/segments/" + all.get(0).id()).then().statusCode(200);

        // When
        int created = create(all);

        // Then
        assertThat(created).isZero();
        assertThat(list(true).findValuesAsText("id")).doesNotContain(last().id());
        assertThat(list(true).findValuesAsText("name")).contains("Ours");
    }

    @Test
    void aLaterVersionBringsWhatIsNewInItAndLeavesOperatorsIdsAlone() {
        // Given
        String taken = "taken-" + UUID.randomUUID();
        String free = "free-" + UUID.randomUUID();
        admin().body(NAMELESS).put("/api/segments/" + taken).then().statusCode(201);
        List<BuiltInSegment> more = new ArrayList<>(all);
        more.add(named(taken));
        more.add(named(free));

        // When
        int created = create(more);

        // Then
        assertThat(created).isEqualTo(1);
        assertThat(create(more)).isZero();
        assertThat(list(true).findValuesAsText("id")).contains(free).doesNotContain(taken);
    }

    private BuiltInSegment named(String id) {
        BuiltInSegment any = all.get(0);
        return new BuiltInSegment(id, any.name(), any.description(), any.json(), any.condition());
    }
}

package io.rapport.events.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.events.rules.testing.EventCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTreeTest {
    private static JsonNode tree(String json) throws JsonProcessingException {
        return EventsJson.mapper().readTree(json);
    }

    @ParameterizedTest
    @MethodSource("io.rapport.events.rules.testing.EventCases#all")
    void aTreeIsTakenOrRefusedAsItsBytesAre(EventCase event) throws JsonProcessingException {
        // Given times are the clock's
        boolean ofTheClock = "timestamp-too-far-ahead".equals(event.reason());

        // When
        Rejection found = EventTree.check(tree(event.json()));

        // Then
        assertThat(found == null ? null : found.reason()).isEqualTo(ofTheClock ? null : event.reason());
        assertThat(found == null ? null : found.pointer()).isEqualTo(ofTheClock ? null : event.pointer());
    }

    /** The gateway mends these in the bytes; where a tree holds one, nobody has. */
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\ude00", "a\\ud83db", "\\ud83d\\ud83d\\ude00", "\\ude00\\ud83d"})
    void halfACharacterIsRefused(String text) throws JsonProcessingException {
        assertThat(EventTree.check(tree("{\"type\":\"page\",\"userId\":\"u\",\"name\":\"" + text + "\"}")))
                .isEqualTo(Rejection.HALF_CHARACTER);
    }

    @Test
    void aNumberCountsAsJacksonWritesIt() throws JsonProcessingException {
        assertThat(TreeValues.check(tree("[123456789e300]"))).isEqualTo(null);
        assertThat(TreeValues.check(tree("[123456789e305]"))).isEqualTo(Rejection.NUMBER);
    }
}

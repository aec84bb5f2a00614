package io.rapport.dev.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.value.Values;
import io.rapport.events.EventsJson;
import io.rapport.events.rules.testing.EventCase;
import io.rapport.events.rules.testing.EventCases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
    private static final Row ROW = Values.row("{}");

    private final EventJson json = new EventJson("s", NOON);

    /** A mapping makes objects alone, with a time; and an id of its own has the source before it. */
    static Stream<EventCase> objects() {
        return EventCases.all()
                .filter(EventCase::isObject)
                .filter(event -> !event.taken() || !event.json().contains("messageId"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void whatTheGatewayWouldRefuseIsNotSent(EventCase given) throws JsonProcessingException {
        // Given
        ObjectNode event = (ObjectNode) EventsJson.mapper().readTree(given.json());
        event.putIfAbsent("timestamp", TextNode.valueOf("2026-01-01T00:00:00Z"));

        // When, Then
        if (given.taken()) {
            assertThat(sent(event)).isNotNull();
        } else {
            assertThatThrownBy(() -> sent(event)).isInstanceOf(Rejection.class);
        }
    }

    private Content sent(ObjectNode event) {
        json.check(event, ROW);
        return json.content(event, ROW, false);
    }
}

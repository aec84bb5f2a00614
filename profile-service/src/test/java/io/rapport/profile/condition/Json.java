package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.condition.read.ConditionReader;
import java.nio.charset.StandardCharsets;

/** JSON as tests write it, with single quotes. */
public final class Json {
    private Json() {}

    public static JsonNode of(String json) {
        return EventsJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    public static Condition condition(String json) {
        return ConditionReader.read(of(json), "").orThrow();
    }
}

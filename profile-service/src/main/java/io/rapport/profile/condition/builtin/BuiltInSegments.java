package io.rapport.profile.condition.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.EventsJson;
import io.rapport.profile.condition.read.ConditionReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Reads the segments of {@code segments/built-in.json}, in its order: each after those that it refers to. */
public final class BuiltInSegments {
    private static final String RESOURCE = "/segments/built-in.json";

    private BuiltInSegments() {}

    public static List<BuiltInSegment> load() {
        try (InputStream json = Objects.requireNonNull(BuiltInSegments.class.getResourceAsStream(RESOURCE))) {
            JsonNode segments = EventsJson.mapper().readTree(json);
            return StreamSupport.stream(segments.spliterator(), false)
                    .map(BuiltInSegments::segment)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltInSegment segment(JsonNode json) {
        JsonNode condition = json.path("condition");
        return new BuiltInSegment(
                json.path("id").textValue(),
                json.path("name").textValue(),
                json.path("description").textValue(),
                condition,
                ConditionReader.read(condition, "/condition").orThrow());
    }
}

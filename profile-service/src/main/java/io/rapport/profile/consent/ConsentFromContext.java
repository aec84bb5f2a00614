package io.rapport.profile.consent;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Purpose;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads {@code context.consent} of a tracking call: Segment's {@code {"categoryPreferences":{"Marketing":true}}} or the
 * flat {@code {"marketing":true}}. Categories that are none of our purposes, and answers that are not true or false, say
 * nothing, which leaves the default standing.
 */
public final class ConsentFromContext {
    private ConsentFromContext() {}

    /** The purposes that the context speaks of. */
    public static Map<Purpose, Boolean> read(JsonNode context) {
        JsonNode consent = context.path("consent");
        JsonNode preferences = consent.path("categoryPreferences");
        JsonNode answers = preferences.isObject() ? preferences : consent;
        Map<Purpose, Boolean> stated = new EnumMap<>(Purpose.class);
        answers.properties().forEach(answer -> state(stated, answer.getKey(), answer.getValue()));
        return stated;
    }

    private static void state(Map<Purpose, Boolean> stated, String category, JsonNode answer) {
        if (!answer.isBoolean()) {
            return;
        }
        for (Purpose purpose : Purpose.values()) {
            if (purpose.wire().equalsIgnoreCase(category)) {
                // The same purpose spelled twice: a no outweighs a yes.
                stated.merge(purpose, answer.booleanValue(), Boolean::logicalAnd);
            }
        }
    }
}

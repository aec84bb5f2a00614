package io.rapport.profile.condition.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.Condition;

/**
 * A segment that comes with Rapport; operators may change it.
 *
 * @param json the condition as it is shown
 */
public record BuiltInSegment(String id, String name, String description, JsonNode json, Condition condition) {}

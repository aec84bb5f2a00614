package io.rapport.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a segment.
 *
 * @param condition null for a static one
 * @param builtIn whether it comes with Rapport
 */
public record SegmentText(
        String id,
        String name,
        @Nullable String description,
        boolean isPublic,
        @Nullable JsonNode condition,
        boolean builtIn) {
    public SegmentKind kind() {
        return condition == null ? SegmentKind.STATIC : SegmentKind.CONDITION;
    }
}

package io.rapport.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.Condition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it stands.
 *
 * @param no what stands for it in states and memberships
 * @param isPublic whether answers to visitors name it
 * @param json the condition as the operator wrote it; null for a static one
 * @param condition the same, read; null for a static one
 * @param generation at which its condition came to be what it is
 * @param weight null unless it is a weighted condition of a score
 */
public record Segment(
        int no,
        String id,
        String name,
        @Nullable String description,
        boolean isPublic,
        SegmentKind kind,
        @Nullable JsonNode json,
        @Nullable Condition condition,
        long generation,
        @Nullable Weight weight) {

    public Optional<Condition> rule() {
        return Optional.ofNullable(condition);
    }
}

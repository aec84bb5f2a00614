package io.rapport.profile.segmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.segment.SegmentKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment as the API shows it.
 *
 * @param builtIn whether it comes with Rapport
 * @param state backfilling until everybody was looked at by the condition as it is
 * @param progress of that, from 0 to 1
 * @param size how many members it has at the moment
 */
record SegmentView(
        String id,
        String name,
        @Nullable String description,
        @JsonProperty("public") boolean isPublic,
        SegmentKind kind,
        @Nullable JsonNode condition,
        boolean builtIn,
        String state,
        double progress,
        long size,
        Instant createdAt,
        Instant updatedAt) {

    /** Somebody in it, and since when. */
    record MemberView(UUID profileId, Instant enteredAt) {}

    /**
     * What a condition would come to.
     *
     * @param count how many members
     * @param sample some of them
     * @param exact whether everybody was looked at; else the count is what some of them at random say of all
     */
    record PreviewView(long count, List<UUID> sample, boolean exact) {}

    /** The size at the end of an hour in which it changed. */
    record SizeView(Instant at, long size) {}
}

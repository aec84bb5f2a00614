package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** A condition that is not made of others; a {@code where} asks something else of something else. */
public sealed interface Leaf extends Condition permits TraitLeaf, ElementLeaf, EventBased, SegmentLeaf, ConsentLeaf {
    LeafId id();

    /** What it found, for a person who asks why: a value, a count, an aggregate, the times of what matched; null for nothing. */
    JsonNode observed(Subject subject, Instant now);

    @Override
    default List<Part> parts() {
        return List.of();
    }
}

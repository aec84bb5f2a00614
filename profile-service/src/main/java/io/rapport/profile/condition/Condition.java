package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A tree of conditions over a profile, or within a {@code where} over one event or element.
 *
 * <p>On a missing field every operator is false save {@code missing}, {@code ne} and {@code notIn}; so is every comparison of
 * an aggregate of nothing save {@code ne}, but the sum of nothing is 0. Events ahead of the clock do not count until their
 * time has come.
 */
public sealed interface Condition permits All, Any, Not, Leaf {
    /** The answer for this moment, and how long it stands without a new event. */
    Truth evaluate(Subject subject, Instant now);

    /** As operators write it, with defaults spelt out. */
    ObjectNode toJson();

    /** The conditions that it is made of, each with its step in JSON pointers; none for a leaf. */
    List<Part> parts();

    /**
     * A condition within another.
     *
     * @param step {@code all/0}
     */
    record Part(String step, Condition condition) {}
}

package io.rapport.profile.condition.read;

import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.condition.Condition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading a condition.
 *
 * @param condition empty where anything is wrong
 * @param faults all that is wrong
 * @param segments the other segments that it refers to, each with the pointer of its first mention: whether they exist, and
 *     whether a circle comes of it ({@link SegmentCycles}), the reader cannot know
 */
public record Reading(Optional<Condition> condition, List<FieldError> faults, Map<String, String> segments) {
    public Reading {
        faults = List.copyOf(faults);
        segments = Map.copyOf(segments);
    }

    /** The condition, or a 400 that names every fault. */
    public Condition orThrow() {
        return condition.orElseThrow(
                () -> Problem.of(CommonProblem.INVALID_REQUEST, faults.get(0).detail(), faults));
    }
}

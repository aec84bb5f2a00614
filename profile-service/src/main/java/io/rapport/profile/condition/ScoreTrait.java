package io.rapport.profile.condition;

import io.rapport.profile.condition.value.TraitPath;
import java.util.List;
import java.util.Optional;

/** Where conditions find a score: {@code computed.scores.<id>}. */
public final class ScoreTrait {
    private static final List<String> ABOVE = List.of(ProfileSubject.COMPUTED, "scores");

    private ScoreTrait() {}

    /** The id of the score that the path leads to; empty where it leads elsewhere. */
    public static Optional<String> score(TraitPath path) {
        List<String> steps = path.steps();
        return steps.size() == ABOVE.size() + 1
                        && steps.subList(0, ABOVE.size()).equals(ABOVE)
                ? Optional.of(steps.get(ABOVE.size()))
                : Optional.empty();
    }
}

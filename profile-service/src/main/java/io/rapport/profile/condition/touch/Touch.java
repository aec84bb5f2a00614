package io.rapport.profile.condition.touch;

import io.rapport.profile.condition.EventBased;
import java.util.List;

/**
 * What a change can touch; most of it may turn out the same as before.
 *
 * @param leaves leaves over events, for which this one may count
 * @param segments ids of segments whose answer may be another, each after those that it refers to
 */
public record Touch(List<EventBased> leaves, List<String> segments) {
    public static final Touch NOTHING = new Touch(List.of(), List.of());

    public Touch {
        leaves = List.copyOf(leaves);
        segments = List.copyOf(segments);
    }
}

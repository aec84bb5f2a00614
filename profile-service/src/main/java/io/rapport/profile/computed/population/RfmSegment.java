package io.rapport.profile.computed.population;

import io.rapport.profile.value.RfmScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Names for RFM scores. Ranges and names are those in the documentation of {@code rfm_segment} of R's package rfm 0.2.0
 * (A. Hebbali, CRAN); as they overlap and it does not say which wins, the range of the fewest scores does here. Some scores
 * are in none of them.
 */
public enum RfmSegment {
    CHAMPIONS("champions", 4, 5, 4, 5),
    LOYAL("loyal", 2, 5, 3, 5),
    POTENTIAL_LOYALIST("potential-loyalist", 3, 5, 1, 3),
    NEW("new", 4, 5, 1, 1),
    PROMISING("promising", 3, 4, 1, 1),
    NEEDS_ATTENTION("needs-attention", 2, 3, 2, 3),
    ABOUT_TO_SLEEP("about-to-sleep", 2, 3, 1, 2),
    AT_RISK("at-risk", 1, 2, 2, 5),
    CANNOT_LOSE("cannot-lose", 1, 1, 4, 5),
    LOST("lost", 1, 2, 1, 2),
    OTHER("other", 1, 5, 1, 5);

    private static final List<RfmSegment> NARROWEST_FIRST = Arrays.stream(values())
            .sorted(Comparator.comparingInt(RfmSegment::scores))
            .toList();

    private final String wire;
    private final int leastRecency;
    private final int mostRecency;
    private final int leastOther;
    private final int mostOther;

    /** @param leastOther of frequency and of monetary value alike */
    RfmSegment(String wire, int leastRecency, int mostRecency, int leastOther, int mostOther) {
        this.wire = wire;
        this.leastRecency = leastRecency;
        this.mostRecency = mostRecency;
        this.leastOther = leastOther;
        this.mostOther = mostOther;
    }

    public static RfmSegment of(RfmScore score) {
        return NARROWEST_FIRST.stream()
                .filter(each -> each.holds(score))
                .findFirst()
                .orElse(OTHER);
    }

    private int scores() {
        int others = mostOther - leastOther + 1;
        return (mostRecency - leastRecency + 1) * others * others;
    }

    private boolean holds(RfmScore score) {
        return score.recency() >= leastRecency
                && score.recency() <= mostRecency
                && isWithin(score.frequency())
                && isWithin(score.monetary());
    }

    private boolean isWithin(int other) {
        return other >= leastOther && other <= mostOther;
    }

    public String wire() {
        return wire;
    }
}

package io.rapport.profile.segment;

import java.math.BigDecimal;

/** What makes a segment a weighted condition of a score, and no segment to anybody else. */
public record Weight(String score, BigDecimal points) {
    private static final String PREFIX = "score:";

    /** The id, which no operator can give, of a score's weighted condition. */
    public static String segmentId(String score, int place) {
        return PREFIX + score + "/" + place;
    }

    /** What stands for a score among the ids of segments. */
    public static String node(String score) {
        return PREFIX + score;
    }

    static boolean isSegmentId(String id) {
        return id.startsWith(PREFIX);
    }
}

package io.rapport.profile.segment;

import io.rapport.profile.condition.Condition;
import io.rapport.profile.condition.ScoreTrait;
import io.rapport.profile.condition.SegmentLeaf;
import io.rapport.profile.condition.TraitLeaf;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What segments and scores refer to: ids of segments, and {@link Weight#node} of scores. */
public final class References {
    private References() {}

    /** What a condition refers to, each with the JSON pointer of its first mention. */
    public static Map<String, String> of(Condition condition, String pointer) {
        Map<String, String> references = new LinkedHashMap<>();
        collect(condition, pointer, references);
        return references;
    }

    private static void collect(Condition condition, String pointer, Map<String, String> references) {
        if (condition instanceof SegmentLeaf leaf) {
            references.putIfAbsent(leaf.segment(), pointer + "/segment");
        } else if (condition instanceof TraitLeaf leaf) {
            ScoreTrait.score(leaf.path())
                    .ifPresent(score -> references.putIfAbsent(Weight.node(score), pointer + "/trait"));
        }
        condition.parts().forEach(part -> collect(part.condition(), pointer + "/" + part.step(), references));
    }

    /** Per segment and score of a book those that it refers to. */
    public static Map<String, Set<String>> all(SegmentBook book) {
        Map<String, Set<String>> all = new HashMap<>();
        for (Segment segment : book.segments()) {
            Set<String> references = all.computeIfAbsent(node(segment), id -> new HashSet<>());
            segment.rule().ifPresent(rule -> references.addAll(of(rule, "").keySet()));
        }
        return all;
    }

    /** What stands for a segment, or for the score that it is a part of. */
    public static String node(Segment segment) {
        return segment.weight() == null
                ? segment.id()
                : Weight.node(segment.weight().score());
    }
}

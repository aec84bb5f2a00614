package io.rapport.gateway.decide;

import io.rapport.gateway.http.Problems;
import io.vertx.core.buffer.Buffer;

/** The answer for a single placement, taken out of what is the answer for several. */
final class RecommendationAnswer {
    private RecommendationAnswer() {}

    /** What stands in says so by {@code degraded}; without anything to stand in it is a 503. */
    static Buffer of(PartAnswer part, String placement) {
        if (part.json() == null) {
            throw Problems.unavailable("Recommendations are away; try again in a moment.");
        }
        Buffer answer = JsonField.of(part.json(), placement);
        return part.degraded() ? marked(answer) : answer;
    }

    private static Buffer marked(Buffer answer) {
        return Buffer.buffer("{\"degraded\":[\"placements\"],").appendBuffer(answer.slice(1, answer.length()));
    }
}

package io.rapport.recommendation.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rapport.events.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the gateway.
 *
 * @param degraded what could not be asked in time: {@code history}
 */
record AnswerView(
        Map<String, PlacementView> placements,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> degraded) {
    /**
     * What to show at a placement.
     *
     * @param model the model's name and version, {@code behaviour:12}; {@code behaviour:0} before the first
     * @param decisionId names this answer in what is heard of it later
     */
    record PlacementView(List<ItemView> items, String model, UUID decisionId) {}

    /** One product. */
    record ItemView(
            String productId, double score, @Nullable Money price, Because because) {}
}

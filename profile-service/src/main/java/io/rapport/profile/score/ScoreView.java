package io.rapport.profile.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score as the API shows it.
 *
 * @param state backfilling until everybody was looked at by the conditions as they are
 */
record ScoreView(
        String id,
        String name,
        @Nullable String description,
        List<WeightView> weights,
        String state,
        Instant createdAt,
        Instant updatedAt) {

    /** A condition and what it is worth. */
    record WeightView(JsonNode condition, BigDecimal weight) {}
}

package io.rapport.profile.profile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the API shows it.
 *
 * @param provenance per trait: when, by which source and which event it was said, and whether by the person
 *     ({@code zero-party}) or by what the shop knows ({@code first-party})
 */
public record ProfileView(
        UUID id,
        List<IdentityView> identities,
        JsonNode traits,
        ComputedView computed,
        List<String> segments,
        JsonNode provenance) {

    /** Something that the profile goes by. */
    public record IdentityView(String type, String value, Instant since, boolean former) {}

    /**
     * What the profile's events add up to.
     *
     * @param orderCount orders that were completed, each once
     * @param revenue net of refunds and cancellations, in the deployment's currency
     * @param averageOrder the revenue over the orders in that currency that were not cancelled
     * @param otherRevenue the same in other currencies
     * @param lastSeenAt never ahead of now, whatever a client's clock said
     * @param favouriteCategories the most looked at, put by and ordered, the most first
     * @param scores by id, as {@code /api/scores} defines them
     * @param value what the customer is worth beside all others, as of the last learning
     * @param behaviour everything else of the guide of standard traits, by its name there
     */
    public record ComputedView(
            int orderCount,
            Money revenue,
            @Nullable Money averageOrder,
            List<Money> otherRevenue,
            Instant firstSeenAt,
            Instant lastSeenAt,
            @Nullable Instant firstOrderAt,
            @Nullable Instant lastOrderAt,
            List<CategoryView> favouriteCategories,
            SortedMap<String, BigDecimal> scores,
            @JsonIgnore JsonNode value,
            @JsonIgnore JsonNode behaviour) {

        /** The names of docs/guides/data.md below {@code computed}. */
        @JsonAnyGetter
        public Map<String, JsonNode> more() {
            Map<String, JsonNode> more = new LinkedHashMap<>();
            value.properties().forEach(each -> more.put(each.getKey(), each.getValue()));
            behaviour.properties().forEach(each -> more.put(each.getKey(), each.getValue()));
            return more;
        }
    }

    /** A category and how often the profile showed interest in it. */
    public record CategoryView(String category, int count) {}
}

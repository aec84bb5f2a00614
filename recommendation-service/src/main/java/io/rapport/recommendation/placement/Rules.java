package io.rapport.recommendation.placement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a placement leaves out beside what cannot be sold.
 *
 * @param bought products that the visitor has bought
 * @param boughtWindow an ISO 8601 duration; a purchase before it does not count; null: every purchase does
 * @param exceptTags bought products with one of these tags may be bought again
 * @param viewed products that led to the answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rules(Choice bought, @Nullable String boughtWindow, Set<String> exceptTags, Choice viewed) {
    public static final Rules DEFAULT = new Rules(Choice.EXCLUDE, null, Set.of("consumable"), Choice.KEEP);

    public Rules {
        exceptTags = exceptTags == null ? Set.of() : Set.copyOf(exceptTags);
    }
}

package io.rapport.gateway.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks for.
 *
 * @param context the page, its language and country, as sent
 * @param cart product ids or cart lines, as sent
 * @param include the parts beside placements
 */
record Asked(
        @Nullable String userId,
        @Nullable String anonymousId,
        ObjectNode context,
        @Nullable String productId,
        @Nullable JsonNode cart,
        @Nullable Integer limit,
        List<String> placements,
        List<String> include) {

    Asked forPlacement(String placement) {
        return new Asked(userId, anonymousId, context, productId, cart, limit, List.of(placement), List.of());
    }

    /** The page's word for the visitor's country or language, or null. */
    @Nullable
    String said(String name) {
        return context.path(name).isTextual() ? context.get(name).textValue() : null;
    }
}

package io.rapport.recommendation.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.events.Purpose;
import io.rapport.platform.problem.FieldError;
import io.rapport.recommendation.input.FieldReader;
import io.rapport.recommendation.input.JsonBody;
import io.rapport.recommendation.input.Text;
import io.rapport.recommendation.placement.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the gateway asks; fields that are not known are passed over. */
final class RequestReader {
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_PLACEMENTS = 20;
    private static final int MOST_IN_CART = 10_000;

    private final List<FieldError> errors = new ArrayList<>();
    private final FieldReader fields;

    private RequestReader(JsonNode body) {
        this.fields = FieldReader.of(body, errors);
    }

    static RecommendationRequest read(byte[] body) {
        RequestReader reader = new RequestReader(JsonBody.parse(body, MOST_BYTES));
        RecommendationRequest request = reader.request();
        JsonBody.refuse(reader.errors);
        return request;
    }

    private RecommendationRequest request() {
        List<String> placements = fields.texts("placements", MOST_PLACEMENTS, Text.LONGEST_ID).stream()
                .distinct()
                .toList();
        if (placements.isEmpty() && errors.isEmpty()) {
            fields.fault("placements", "At least one placement is needed.");
        }
        return new RecommendationRequest(
                person(), placements, product(), cart(), fields.number("limit", 1, Placement.MOST_ITEMS), country());
    }

    private @Nullable UUID person() {
        JsonNode visitor = fields.raw("visitor");
        JsonNode id = visitor.path("profileId");
        if (!id.isTextual()) {
            return null;
        }
        try {
            UUID profile = UUID.fromString(id.textValue());
            return allowsPersonalization(visitor) ? profile : null;
        } catch (IllegalArgumentException e) {
            fields.fault("visitor/profileId", "A profile's id is expected here.");
            return null;
        }
    }

    private static boolean allowsPersonalization(JsonNode visitor) {
        for (JsonNode consent : visitor.path("consents")) {
            if (Purpose.PERSONALIZATION.wire().equalsIgnoreCase(consent.asText())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String product() {
        String id = fields.text("productId", Text.LONGEST_ID);
        return id == null || id.isBlank() ? null : id;
    }

    /** Ids, or objects with one; entries that are neither are the shop's, and no reason to show a visitor nothing. */
    private List<String> cart() {
        List<String> cart = new ArrayList<>();
        for (JsonNode entry : fields.entries("cart", MOST_IN_CART)) {
            JsonNode id = entry.isObject() ? entry.path(entry.has("productId") ? "productId" : "product_id") : entry;
            if (id.isValueNode() && Text.isId(id.asText())) {
                cart.add(id.asText());
            }
        }
        return cart;
    }

    private @Nullable String country() {
        String country = fields.raw("visitor").path("country").asText("");
        if (country.isEmpty()) {
            country = fields.raw("context").path("country").asText("");
        }
        return country.matches("[A-Za-z]{2}") ? country.toUpperCase(Locale.ROOT) : null;
    }
}

package io.rapport.gateway.decide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.platform.problem.CommonProblem;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.JsonProblems;
import io.rapport.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a page asks for, and names every field that is wrong at once; fields that nobody knows are ignored. */
final class AskedReader {
    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_ID_CHARS = 512;
    private static final int MOST_NAMES = 50;
    private static final int MOST_CART_LINES = 500;
    private static final int MOST_LIMIT = 200;
    private static final ObjectReader JSON =
            EventsJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private AskedReader(JsonNode body) {
        this.body = body;
    }

    static Asked read(byte[] bytes) {
        JsonNode body = tree(bytes);
        if (body == null || !body.isObject()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, "The body must be a JSON object.");
        }
        return new AskedReader(body).read();
    }

    private static @Nullable JsonNode tree(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Asked read() {
        ObjectNode context = context();
        JsonNode cart = body.hasNonNull("cart") ? body.get("cart") : context.get("cart");
        Asked asked = new Asked(
                text("userId"),
                text("anonymousId"),
                context,
                text("productId"),
                cart(cart),
                limit(),
                names("placements"),
                names("include"));
        if (!errors.isEmpty()) {
            throw Problem.of(CommonProblem.INVALID_REQUEST, errors.get(0).detail(), errors);
        }
        return asked;
    }

    private ObjectNode context() {
        JsonNode context = body.path("context");
        if (context instanceof ObjectNode object) {
            return object;
        }
        if (!context.isMissingNode() && !context.isNull()) {
            error("/context", "context must be an object.");
        }
        return EventsJson.mapper().createObjectNode();
    }

    private @Nullable String text(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.textValue();
        if (text == null || text.length() > MOST_ID_CHARS || text.indexOf('\0') >= 0) {
            error("/" + name, name + " must be a string of at most " + MOST_ID_CHARS + " characters.");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    private @Nullable Integer limit() {
        JsonNode value = body.path("limit");
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > MOST_LIMIT) {
            error("/limit", "limit must be a whole number from 1 to " + MOST_LIMIT + ".");
        }
        return value.intValue();
    }

    private @Nullable JsonNode cart(@Nullable JsonNode cart) {
        if (cart == null || cart.isNull()) {
            return null;
        }
        if (!cart.isArray() || cart.size() > MOST_CART_LINES) {
            error("/cart", "cart must be a list of at most " + MOST_CART_LINES + " lines.");
        }
        return cart;
    }

    private List<String> names(String field) {
        JsonNode list = body.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_NAMES) {
            error("/" + field, field + " must be a list of at most " + MOST_NAMES + " names.");
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            name(list.get(i), "/" + field + "/" + i, names);
        }
        return names;
    }

    private void name(JsonNode value, String pointer, List<String> names) {
        String name = value.textValue();
        if (name == null || name.isEmpty() || name.length() > MOST_ID_CHARS) {
            error(pointer, "This must be a name.");
        } else if (!names.contains(name)) {
            names.add(name);
        }
    }

    private void error(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}

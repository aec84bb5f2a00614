package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.value.Unfit;
import java.math.BigDecimal;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the gateway refuses in any record: it answers 200 and keeps such an event apart, so that it must be found here. */
final class Acceptable {
    private static final int DEPTH = 60;
    private static final int DIGITS = 300;
    private static final Map<String, Integer> LONGEST = Map.of(
            "messageId",
            200,
            "userId",
            512,
            "anonymousId",
            512,
            "previousId",
            512,
            "groupId",
            512,
            "event",
            512,
            "name",
            512);

    private Acceptable() {}

    static void checkEvent(JsonNode event) {
        LONGEST.forEach((name, most) -> {
            if (event.path(name).asText().length() > most) {
                throw new Unfit(name + ": is longer than " + most + " characters");
            }
        });
        checkPrice(event.path("properties"));
        event.path("properties").path("products").forEach(Acceptable::checkPrice);
        checkTree(event);
    }

    private static void checkPrice(JsonNode priced) {
        JsonNode price = priced.path("price");
        if (price.isNumber() && price.decimalValue().signum() < 0) {
            throw new Unfit("a price must not be negative");
        }
    }

    static void checkTree(JsonNode root) {
        checkTree(root, 1, StandardCharsets.UTF_8.newEncoder());
    }

    private static void checkTree(JsonNode node, int depth, CharsetEncoder encoder) {
        if (node.isTextual()) {
            checkText(node.textValue(), encoder);
        } else if (node.isNumber()) {
            checkNumber(node.decimalValue());
        } else if (depth > DEPTH) {
            throw new Unfit("objects and lists are more than " + DEPTH + " levels deep");
        }
        node.fieldNames().forEachRemaining(name -> checkText(name, encoder));
        for (JsonNode below : node) {
            checkTree(below, depth + 1, encoder);
        }
    }

    private static void checkText(String text, CharsetEncoder encoder) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw new Unfit("holds a NUL character");
            }
            if (Character.isSurrogate(character) && !encoder.canEncode(text)) {
                throw new Unfit("holds half a character (an unpaired surrogate)");
            }
        }
    }

    private static void checkNumber(BigDecimal number) {
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
            throw new Unfit("holds a number of more than " + DIGITS + " digits");
        }
    }
}

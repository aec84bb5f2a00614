package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Reads short texts; what is none, or too long to keep, is the empty text. */
final class Texts {
    static final int LONGEST = 120;

    private Texts() {}

    static String of(JsonNode node) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            return "";
        }
        String text = node.asText().strip();
        boolean fits =
                text.length() <= LONGEST && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return fits ? text : "";
    }

    static String first(JsonNode node, String... names) {
        for (String name : names) {
            String text = of(node.path(name));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** FNV-1a over UTF-8, with the finalizer of MurmurHash3 so that all bits are alike. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}

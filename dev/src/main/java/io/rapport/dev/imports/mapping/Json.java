package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes what is sent, the same bytes for the same content. */
final class Json {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

    private Json() {}

    static byte[] write(JsonNode node) {
        try {
            return WRITER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String text) {
        return new String(write(TextNode.valueOf(text)), StandardCharsets.UTF_8);
    }
}

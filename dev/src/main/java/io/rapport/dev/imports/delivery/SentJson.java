package io.rapport.dev.imports.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.ExactJson;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads records back that this program wrote, to show them. */
public final class SentJson {
    private SentJson() {}

    public static JsonNode read(byte[] json) {
        try {
            return ExactJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

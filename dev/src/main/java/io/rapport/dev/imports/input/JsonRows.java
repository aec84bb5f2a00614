package io.rapport.dev.imports.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Reader;
import java.util.List;

/** JSON Lines: an object on each line. */
final class JsonRows extends LineRows {
    private static final ObjectReader JSON = ExactJson.mapper().readerFor(JsonNode.class);

    JsonRows(String file, Reader reader, boolean keepMalformed) {
        super(file, reader, keepMalformed);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    Reading read(Place place, String line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode root
                    ? new Reading.Good(place, new Tree(root))
                    : bad(place, "the line is JSON, but not an object", line);
        } catch (JsonProcessingException e) {
            return bad(place, "the line is not JSON: " + e.getOriginalMessage(), line);
        }
    }
}

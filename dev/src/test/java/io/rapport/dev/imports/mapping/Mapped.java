package io.rapport.dev.imports.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.input.ExactJson;
import io.rapport.dev.imports.value.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Mappings of a few lines, on a clock that stands still. */
final class Mapped {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static final String HEAD = "source: shop\ninput: {format: csv}\n";

    private Mapped() {}

    static Mapping mapping(Kind kind, String yaml) {
        try {
            Path file = Files.createTempFile("mapping", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, "kind: " + kind.word() + "\n" + HEAD + yaml);
            return MappingFile.read(file, kind, CLOCK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the mapping makes of all rows of this CSV as one record. */
    static Content content(Kind kind, String yaml, String csv) {
        return mapping(kind, yaml).record().map(new Group(Values.rows("{format: csv}", csv), true));
    }

    static JsonNode json(Kind kind, String yaml, String csv) {
        return tree(content(kind, yaml, csv));
    }

    static JsonNode tree(Content content) {
        try {
            return ExactJson.mapper().readTree(new String(content.json(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without the message id, for comparing with a text. */
    static String withoutId(Kind kind, String yaml, String csv) {
        JsonNode event = json(kind, yaml, csv);
        ((com.fasterxml.jackson.databind.node.ObjectNode) event).remove("messageId");
        return event.toString();
    }
}

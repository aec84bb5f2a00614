package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.dev.imports.input.InputFiles;
import io.rapport.dev.imports.input.InputReading;
import io.rapport.dev.imports.input.Reading;
import io.rapport.dev.imports.input.Row;
import io.rapport.dev.imports.yaml.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows and expressions as short as tests like them. */
public final class Values {
    private Values() {}

    /** What a YAML value gives for a row of JSON. */
    static JsonNode of(String yaml, String rowJson) {
        return expression(yaml).of(row(rowJson));
    }

    static Expression expression(String yaml) {
        return YamlFile.read(
                "m.yaml",
                "v: " + yaml,
                root -> ExpressionReading.read(root.map().need("v")));
    }

    static boolean holds(String yaml, String rowJson) {
        return YamlFile.read(
                        "m.yaml",
                        "v: " + yaml,
                        root -> ConditionReading.read(root.map().need("v")))
                .holds(row(rowJson));
    }

    public static Row row(String json) {
        return rows("{format: jsonl}", json).get(0);
    }

    /** The good rows of a file with this content. */
    public static List<Row> rows(String input, String content) {
        List<Row> rows = new ArrayList<>();
        for (Reading reading : readings(input, content)) {
            if (reading instanceof Reading.Good good) {
                rows.add(Row.whole(good.place(), rows.size() + 1, good.cells()));
            }
        }
        return rows;
    }

    public static List<Reading> readings(String input, String content) {
        try {
            Path file = Files.createTempFile("rows", ".txt");
            file.toFile().deleteOnExit();
            Files.writeString(file, content);
            return readings(input, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Reading> readings(String input, Path file) {
        List<Reading> readings = new ArrayList<>();
        new InputFiles(
                        List.of(file),
                        YamlFile.read(
                                "m.yaml",
                                "i: " + input,
                                root -> InputReading.read(root.map().need("i"))))
                .read(columns -> {}, reading -> readings.add(reading));
        return readings;
    }
}

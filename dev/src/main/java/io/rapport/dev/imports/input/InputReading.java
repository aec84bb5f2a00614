package io.rapport.dev.imports.input;

import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a mapping's {@code input}. */
public final class InputReading {
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "space", ' ');

    private InputReading() {}

    public static Input read(YamlNode node) {
        YamlMap map = node.map();
        Input input = new Input(
                format(map),
                map.take("charset", InputReading::charset).orElse(StandardCharsets.UTF_8),
                new FieldCleaning(
                        map.take("trim", YamlNode::truth).orElse(true),
                        map.take("missing", InputReading::texts).orElse(Set.of()),
                        map.take("malformed", InputReading::keep).orElse(false)));
        map.refuseOthers();
        return input;
    }

    private static InputFormat format(YamlMap map) {
        YamlNode format = map.need("format");
        return switch (format.text()) {
            case "csv" -> delimited(map);
            case "jsonl" -> new InputFormat.JsonLines();
            case "fixed" -> new InputFormat.Fixed(header(map, false), slices(map.need("columns")));
            case "lines" -> new InputFormat.TextLines(header(map, false));
            default -> throw format.fault("csv, jsonl, fixed or lines is expected here");
        };
    }

    private static InputFormat delimited(YamlMap map) {
        boolean header = header(map, true);
        List<String> columns = map.take("columns", InputReading::names).orElse(List.of());
        if (!header && columns.isEmpty()) {
            throw map.node().fault("without a header the columns' names must stand in \"columns\"");
        }
        return new InputFormat.Delimited(
                map.take("delimiter", InputReading::delimiter).orElse(','),
                map.take("quote", InputReading::character).orElse('"'),
                header,
                columns);
    }

    private static boolean header(YamlMap map, boolean otherwise) {
        return map.take("header", YamlNode::truth).orElse(otherwise);
    }

    private static List<String> names(YamlNode node) {
        return node.items().stream().map(YamlNode::text).toList();
    }

    private static List<InputFormat.Slice> slices(YamlNode node) {
        return node.items().stream().map(InputReading::slice).toList();
    }

    private static InputFormat.Slice slice(YamlNode node) {
        YamlMap map = node.map();
        InputFormat.Slice slice = new InputFormat.Slice(
                map.need("name").text(),
                map.need("at").number(1, 1_000_000),
                map.need("width").number(1, 1_000_000));
        map.refuseOthers();
        return slice;
    }

    private static Set<String> texts(YamlNode node) {
        return node.items().stream().map(YamlNode::text).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean keep(YamlNode node) {
        return switch (node.text()) {
            case "keep" -> true;
            case "reject" -> false;
            default -> throw node.fault("reject or keep is expected here");
        };
    }

    private static char delimiter(YamlNode node) {
        Character named = DELIMITERS.get(node.text());
        return named == null ? character(node) : named;
    }

    private static char character(YamlNode node) {
        if (node.text().length() == 1) {
            return node.text().charAt(0);
        }
        throw node.fault("a single character is expected here, or for a delimiter one of "
                + DELIMITERS.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }

    private static Charset charset(YamlNode node) {
        try {
            return Charset.forName(node.text());
        } catch (IllegalArgumentException e) {
            throw node.fault("no charset that this Java knows");
        }
    }
}

package io.rapport.dev.imports.mapping;

import io.rapport.dev.imports.input.Input;
import io.rapport.dev.imports.input.InputReading;
import io.rapport.dev.imports.value.Condition;
import io.rapport.dev.imports.value.ConditionReading;
import io.rapport.dev.imports.value.ExpressionReading;
import io.rapport.dev.imports.yaml.Faults;
import io.rapport.dev.imports.yaml.YamlFile;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a mapping from its file. */
public final class MappingFile {
    private static final String SOURCE = "[A-Za-z0-9._-]{1,40}";

    private final Path file;
    private final Kind kind;
    private final InstantSource clock;

    private MappingFile(Path file, Kind kind, InstantSource clock) {
        this.file = file;
        this.kind = kind;
        this.clock = clock;
    }

    /** The mapping for records of this kind; all that is wrong with it is one refusal. */
    public static Mapping read(Path file, Kind kind, InstantSource clock) {
        return YamlFile.read(file, new MappingFile(file, kind, clock)::mapping);
    }

    private @Nullable Mapping mapping(YamlNode root) {
        YamlMap map = root.map();
        Faults faults = root.faults();
        faults.attempt(() -> checkKind(map.need("kind")));
        map.take("description");
        String source = faults.attempt(() -> source(map.need("source")));
        Input input = faults.attempt(() -> InputReading.read(map.need("input")));
        Optional<Each> each = take(map, "each", node -> new Each(ExpressionReading.read(node)));
        Optional<List<Condition>> skip = take(map, "skip", ConditionReading::readEach);
        RecordMapping record = faults.attempt(() -> record(map, source == null ? "" : source));
        Optional<YamlNode> group = map.take("group");
        GroupBy by = record == null ? null : faults.attempt(() -> GroupReading.read(group, kind, record));
        map.refuseOthers();
        return source == null || input == null || record == null || by == null
                ? null
                : new Mapping(
                        file.getFileName().toString(), kind, source, input, each, skip.orElse(List.of()), by, record);
    }

    private static <T> Optional<T> take(YamlMap map, String key, Function<YamlNode, T> reading) {
        return Optional.ofNullable(
                map.node().faults().attempt(() -> map.take(key, reading).orElse(null)));
    }

    private Kind checkKind(YamlNode node) {
        if (!node.text().equals(kind.word())) {
            throw node.fault("this is a mapping of \"" + node.text() + "\", and the command imports " + kind.word());
        }
        return kind;
    }

    private static String source(YamlNode node) {
        if (!node.text().matches(SOURCE)) {
            throw node.fault("up to 40 letters, digits, dots, hyphens and underscores are expected here");
        }
        return node.text();
    }

    private RecordMapping record(YamlMap map, String source) {
        EventJson json = new EventJson(source, clock);
        return switch (kind) {
            case PRODUCTS -> ProductMapping.read(map.need("product"), map.take("variants"));
            case ORDERS -> OrderReading.read(map.need("order"), map.take("lines"), json);
            case EVENTS -> EventMapping.read(map.need("event"), json);
        };
    }
}

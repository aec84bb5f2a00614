package io.rapport.dev.imports.value;

import io.rapport.dev.imports.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code apply}: names of transforms, those with settings as {@code name: settings}. */
final class TransformReading {
    private static final Map<String, Transform> PLAIN = Map.of(
            "trim", Transform.text(String::strip),
            "lower", Transform.text(text -> text.toLowerCase(Locale.ROOT)),
            "upper", Transform.text(text -> text.toUpperCase(Locale.ROOT)),
            "capitalize", Transform.text(Capitals::words),
            "number", Transform.each(NumberReading.PLAIN),
            "integer", Transform.each(new WholeNumber()),
            "boolean", Transform.each(new TruthValue()),
            "distinct", new Distinct(),
            "time", TimeReading.ISO);

    private static final Map<String, Function<YamlNode, Transform>> SET = Map.of(
            "number", NumberReading::read,
            "money", MoneyReading::read,
            "time", TimeReading::read,
            "split", ListReading::split,
            "join", ListReading::join,
            "item", ListReading::item,
            "replace", PatternReading::replace,
            "extract", PatternReading::extract,
            "extractAll", PatternReading::extractAll,
            "lookup", LookupReading::read);

    private TransformReading() {}

    static List<Transform> read(YamlNode node) {
        return node.items().stream().map(TransformReading::one).toList();
    }

    private static Transform one(YamlNode node) {
        return node.isMap() ? withSettings(node) : plain(node);
    }

    private static Transform plain(YamlNode node) {
        Transform known = PLAIN.get(node.text());
        if (known == null && SET.containsKey(node.text())) {
            throw node.fault("\"" + node.text() + "\" needs its settings: write " + node.text() + ": …");
        }
        return known == null ? unknown(node, node.text()) : known;
    }

    private static Transform withSettings(YamlNode node) {
        Map<String, YamlNode> entries = node.map().all();
        if (entries.size() != 1) {
            throw node.fault("one transform is expected here; write each as an item of its own");
        }
        Map.Entry<String, YamlNode> entry = entries.entrySet().iterator().next();
        Function<YamlNode, Transform> known = SET.get(entry.getKey());
        if (known == null && PLAIN.containsKey(entry.getKey())) {
            throw node.fault("\"" + entry.getKey() + "\" has no settings");
        }
        return known == null ? unknown(node, entry.getKey()) : known.apply(entry.getValue());
    }

    private static Transform unknown(YamlNode node, String name) {
        String names = Stream.concat(PLAIN.keySet().stream(), SET.keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        throw node.fault("unknown transform \"" + name + "\"; there are " + names);
    }
}

package io.rapport.dev.imports.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keys and values of which each is taken by name; {@link #refuseOthers()} then names those that nobody knew. */
public final class YamlMap {
    private final YamlNode node;
    private final Map<String, YamlNode> entries;
    private final Set<String> known = new HashSet<>();

    YamlMap(YamlNode node, Map<String, YamlNode> entries) {
        this.node = node;
        this.entries = entries;
    }

    public YamlNode node() {
        return node;
    }

    public Optional<YamlNode> take(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    public <T> Optional<T> take(String key, Function<YamlNode, T> reading) {
        return take(key).map(reading);
    }

    public YamlNode need(String key) {
        return take(key).orElseThrow(() -> node.fault("the key \"" + key + "\" is missing"));
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Every key with its value, in the order written, for maps whose keys are anybody's. */
    public Map<String, YamlNode> all() {
        known.addAll(entries.keySet());
        return new LinkedHashMap<>(entries);
    }

    /** Every key that is not known is a fault of its own. */
    public void refuseOthers() {
        entries.forEach((key, value) -> {
            if (!known.contains(key)) {
                node.faults().<Void>attempt(() -> {
                    throw value.fault(unknown(key));
                });
            }
        });
    }

    private String unknown(String key) {
        return "unknown key \"" + key + "\"; known here: "
                + known.stream().sorted().collect(Collectors.joining(", "));
    }
}

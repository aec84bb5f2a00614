package io.rapport.dev.imports.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a mapping: what stands there, and how to say where it is. */
public final class YamlNode {
    /** Only what JSON calls a number is one: {@code 12:30} and {@code 0777} stay text. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    private final Node node;
    private final String path;
    private final Faults faults;

    YamlNode(Node node, String path, Faults faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    public String path() {
        return path;
    }

    public Faults faults() {
        return faults;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    public MappingFault fault(String message) {
        return new MappingFault(node.getStartMark().getLine() + 1, path, message);
    }

    /** A scalar as it is written. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw fault("a single value is expected here");
    }

    /** A scalar as a number, a truth value, or text; {@code yes}, {@code no} and dates are text, whatever YAML 1.1 says. */
    public JsonNode constant() {
        String text = text();
        if (!isPlain()) {
            return TextNode.valueOf(text);
        }
        if (NUMBER.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        return text.equals("true") || text.equals("false")
                ? BooleanNode.valueOf(Boolean.parseBoolean(text))
                : TextNode.valueOf(text);
    }

    private boolean isPlain() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    public boolean truth() {
        if (constant() instanceof BooleanNode truth) {
            return truth.booleanValue();
        }
        throw fault("true or false is expected here");
    }

    public int number(int least, int most) {
        if (constant() instanceof DecimalNode number && number.decimalValue().scale() == 0) {
            BigDecimal value = number.decimalValue();
            if (value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return value.intValueExact();
            }
        }
        throw fault("a whole number from " + least + " to " + most + " is expected here");
    }

    /** The items of a list; a single value stands for a list of one. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(item, path + "[" + items.size() + "]", faults));
        }
        return items;
    }

    public YamlMap map() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("keys and values are expected here");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            enter(entries, tuple);
        }
        return new YamlMap(this, entries);
    }

    private void enter(Map<String, YamlNode> entries, NodeTuple tuple) {
        String key = new YamlNode(tuple.getKeyNode(), path, faults).text();
        String below = path.isEmpty() ? key : path + "." + key;
        YamlNode value = new YamlNode(tuple.getValueNode(), below, faults);
        if (entries.putIfAbsent(key, value) != null) {
            throw new YamlNode(tuple.getKeyNode(), below, faults).fault("the key stands here twice");
        }
    }
}

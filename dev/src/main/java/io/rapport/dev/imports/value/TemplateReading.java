package io.rapport.dev.imports.value;

import io.rapport.dev.imports.yaml.MappingFault;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads a template: text, {@code {column}}, {@code {column?}}, and braces doubled where they are meant as such. */
final class TemplateReading {
    private final YamlNode node;
    private final String text;
    private final List<Template.Part> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private TemplateReading(YamlNode node) {
        this.node = node;
        this.text = node.text();
    }

    static Expression read(YamlNode node) {
        return text(node).indexOf('{') < 0 && text(node).indexOf('}') < 0
                ? new Constant(node.constant())
                : new TemplateReading(node).template();
    }

    private static String text(YamlNode node) {
        if (node.text().isEmpty()) {
            throw node.fault("nothing stands here; leave the key out, or say what it gets");
        }
        return node.text();
    }

    private Expression template() {
        int at = 0;
        while (at < text.length()) {
            at = part(at);
        }
        endWords();
        MappingFault absent = node.fault("");
        return parts.size() == 1 && parts.get(0) instanceof Template.Hole hole
                ? new Whole(hole.reference(), hole.name(), absent)
                : new Template(List.copyOf(parts), absent);
    }

    private int part(int at) {
        char here = text.charAt(at);
        if (here != '{' && here != '}') {
            words.append(here);
            return at + 1;
        }
        if (at + 1 < text.length() && text.charAt(at + 1) == here) {
            words.append(here);
            return at + 2;
        }
        if (here == '}') {
            throw node.fault("a } without its {; write }} for a brace");
        }
        return hole(at + 1);
    }

    private int hole(int start) {
        int end = text.indexOf('}', start);
        if (end < 0) {
            throw node.fault("a { without its }; write {{ for a brace");
        }
        String inside = text.substring(start, end).strip();
        boolean optional = inside.endsWith("?");
        String name = optional ? inside.substring(0, inside.length() - 1) : inside;
        if (name.isEmpty()) {
            throw node.fault("a column's name is expected between { and }");
        }
        endWords();
        parts.add(new Template.Hole(Reference.read(name, node), name, optional));
        return end + 1;
    }

    private void endWords() {
        if (!words.isEmpty()) {
            parts.add(new Template.Words(words.toString()));
            words.setLength(0);
        }
    }
}

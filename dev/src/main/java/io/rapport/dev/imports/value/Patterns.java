package io.rapport.dev.imports.value;

import io.rapport.dev.imports.yaml.YamlNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of a mapping. */
public final class Patterns {
    private Patterns() {}

    public static Pattern read(YamlNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException e) {
            throw node.fault("no regular expression: " + e.getDescription());
        }
    }
}

package io.rapport.dev.imports.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.dev.imports.yaml.YamlMap;
import io.rapport.dev.imports.yaml.YamlNode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the transforms by regular expression: {@code replace}, {@code extract}, {@code extractAll}. */
final class PatternReading {
    private PatternReading() {}

    static Transform replace(YamlNode node) {
        YamlMap map = node.map();
        Pattern pattern = Patterns.read(map.need("pattern"));
        YamlNode with = map.need("with");
        String replacement = with.text();
        map.refuseOthers();
        checkGroups(pattern, replacement, with);
        return Transform.text(text -> pattern.matcher(text).replaceAll(replacement));
    }

    /** A replacement that names a group that is not there must fail now, not at the first row that matches. */
    private static void checkGroups(Pattern pattern, String replacement, YamlNode node) {
        try {
            Matcher matcher = Pattern.compile(pattern.pattern() + "|").matcher("");
            if (matcher.find()) {
                matcher.appendReplacement(new StringBuilder(), replacement);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw node.fault("no replacement for that pattern: " + e.getMessage());
        }
    }

    /** The first group of the first match, or the whole match of a pattern without groups. */
    static Transform extract(YamlNode node) {
        Pattern pattern = Patterns.read(node);
        return Transform.each(value -> {
            Matcher matcher = pattern.matcher(Texts.of(value));
            return matcher.find() ? found(matcher) : MissingNode.getInstance();
        });
    }

    static Transform extractAll(YamlNode node) {
        Pattern pattern = Patterns.read(node);
        return value -> {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            pattern.matcher(Texts.of(value))
                    .results()
                    .map(PatternReading::found)
                    .forEach(all::add);
            return all.isEmpty() ? MissingNode.getInstance() : all;
        };
    }

    private static JsonNode found(MatchResult match) {
        String text = match.groupCount() == 0 ? match.group() : match.group(1);
        return Texts.node(Optional.ofNullable(text).orElse(""));
    }
}

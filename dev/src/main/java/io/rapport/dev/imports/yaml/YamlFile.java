package io.rapport.dev.imports.yaml;

import io.rapport.dev.process.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML document on disk. Its nodes are read as they stand; no tag ever makes an object. */
public final class YamlFile {
    private YamlFile() {}

    /** What {@code reading} makes of the file; faults of its own or of the syntax are one refusal that lists them all. */
    public static <T> T read(Path file, Function<YamlNode, @Nullable T> reading) {
        return read(file.getFileName().toString(), text(file), reading);
    }

    /** The same of a text that stands nowhere. */
    public static <T> T read(String name, String text, Function<YamlNode, @Nullable T> reading) {
        Faults faults = new Faults(name);
        T result = faults.attempt(() -> reading.apply(new YamlNode(root(text), "", faults)));
        if (result == null || faults.any()) {
            throw faults.refusal();
        }
        return result;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new Refusal("The mapping " + file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new Refusal("Cannot read the mapping " + file + ": " + e.getMessage(), e);
        }
    }

    private static Node root(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new MappingFault(1, "", "the mapping is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw new MappingFault(line(e), "", e.getProblem());
        } catch (YAMLException e) {
            throw new MappingFault(1, "", e.getMessage());
        }
    }

    private static int line(MarkedYAMLException e) {
        return Optional.ofNullable(e.getProblemMark()).map(Mark::getLine).orElse(0) + 1;
    }
}

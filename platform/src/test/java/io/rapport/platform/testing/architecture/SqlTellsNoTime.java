package io.rapport.platform.testing.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements and migrations that ask PostgreSQL for the time; their times are to be parameters. */
final class SqlTellsNoTime {
    private static final Pattern TIME = Pattern.compile(
            "\\b((clock_timestamp|statement_timestamp|transaction_timestamp|now)\\(\\)|current_(timestamp|date|time)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL =
            Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|\"\"\".*?\"\"\"", Pattern.DOTALL);

    private SqlTellsNoTime() {}

    /** The places in a source folder, as file and text. */
    static List<String> violations(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(SqlTellsNoTime::inFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> inFile(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".sql")) {
            return TIME.matcher(read(file)).results().map(found -> name + ": " + found.group());
        }
        return name.endsWith(".java")
                ? LITERAL.matcher(read(file))
                        .results()
                        .map(literal -> literal.group())
                        .filter(literal -> TIME.matcher(literal).find())
                        .map(literal -> name + ": " + literal)
                : Stream.of();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

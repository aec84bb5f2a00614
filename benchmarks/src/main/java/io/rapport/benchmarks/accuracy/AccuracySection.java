package io.rapport.benchmarks.accuracy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The README's tables of accuracy: those of sets that were not measured again stay as they stand there. */
final class AccuracySection {
    private static final String PART = "### ";
    private static final String COMMAND = "`";
    private static final int SUMMARY_BARS = AccuracyTable.summaryHead()
            .lines()
            .reduce("", (before, line) -> line)
            .split("\\|", -1)
            .length;

    /** What was run, by its command. */
    private final Map<String, String> headings = new LinkedHashMap<>();

    private final Map<String, String> summary = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    private AccuracySection() {}

    /** Reads the tables that stand in a README, or none. */
    static AccuracySection of(String markdown) {
        AccuracySection section = new AccuracySection();
        String title = "";
        for (String line : markdown.lines().toList()) {
            title = line.startsWith(PART) ? line.substring(PART.length()) : title;
            if (!title.isEmpty()) {
                section.parts.merge(title, line + "\n", String::concat);
            } else if (line.startsWith(COMMAND)) {
                section.head(line);
            } else if (line.startsWith("| ") && !line.startsWith("| set |") && !line.startsWith("| ---")) {
                section.summary.put(line.substring(2, line.indexOf(" |")), wide(line));
            }
        }
        return section;
    }

    /** Puts results in the place of their set's former ones. */
    void put(String heading, List<SetResult> results) {
        head(heading);
        for (SetResult result : results) {
            summary.put(result.title(), AccuracyTable.summary(result).strip());
            parts.put(result.title(), AccuracyTable.part(result));
        }
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        headings.values().forEach(line -> text.append(line).append("\n\n"));
        text.append(AccuracyTable.summaryHead());
        summary.values().forEach(line -> text.append(line).append('\n'));
        parts.values().forEach(part -> text.append('\n').append(part.strip()).append('\n'));
        return text.toString();
    }

    private void head(String line) {
        headings.put(line.substring(0, line.indexOf(COMMAND, 1)), line);
    }

    /** A line of a table that had fewer columns. */
    private static String wide(String line) {
        int missing = SUMMARY_BARS - line.split("\\|", -1).length;
        return line + " |".repeat(Math.max(0, missing));
    }
}

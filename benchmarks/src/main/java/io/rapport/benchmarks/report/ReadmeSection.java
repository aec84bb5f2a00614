package io.rapport.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a Markdown file, between two comment lines, that a program writes and nobody edits by hand. */
public final class ReadmeSection {
    private final Path file;
    private final String start;
    private final String end;

    public ReadmeSection(Path file, String name) {
        this.file = file;
        this.start = "<!-- " + name + ": written by the program, do not edit -->";
        this.end = "<!-- /" + name + " -->";
    }

    /** What stands in the section, empty where there is none. */
    public String read() throws IOException {
        String whole = Files.exists(file) ? Files.readString(file) : "";
        int from = whole.indexOf(start);
        int to = whole.indexOf(end);
        return from < 0 || to < from
                ? ""
                : whole.substring(from + start.length(), to).strip();
    }

    /** Puts the text in the section's place, or at the file's end where the section does not stand yet. */
    public void write(String markdown) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        String section = start + "\n" + markdown.strip() + "\n" + end;
        int from = before.indexOf(start);
        int to = before.indexOf(end);
        String after = from < 0 || to < from
                ? before.stripTrailing() + "\n\n" + section + "\n"
                : before.substring(0, from) + section + before.substring(to + end.length());
        Files.writeString(file, after);
    }
}

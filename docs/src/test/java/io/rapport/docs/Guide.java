package io.rapport.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a Markdown file: each block fenced as {@code bash}. What the output must hold stands behind the block in
 * comments that a reader doesn't see: {@code <!-- expect: text -->}, and {@code <!-- within: 10s -->} where it may take a while.
 * Blocks fenced as {@code sh} are shown and not run.
 */
final class Guide {
    private static final Pattern BLOCK =
            Pattern.compile("^```bash\\n(.*?)^```\\n((?:<!--.*?-->\\n)*)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern EXPECT = Pattern.compile("<!-- expect: (.*?) -->");
    private static final Pattern WITHIN = Pattern.compile("<!-- within: (\\d+)s -->");

    private Guide() {}

    static List<GuideStep> steps(Path file) throws IOException {
        String text = Files.readString(file);
        List<GuideStep> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int line = 1
                    + (int) text.substring(0, block.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            steps.add(new GuideStep(line, block.group(1), expectations(block.group(2)), patience(block.group(2))));
        }
        return steps;
    }

    private static List<String> expectations(String comments) {
        return EXPECT.matcher(comments).results().map(found -> found.group(1)).toList();
    }

    private static Duration patience(String comments) {
        Matcher within = WITHIN.matcher(comments);
        return within.find() ? Duration.ofSeconds(Long.parseLong(within.group(1))) : Duration.ZERO;
    }
}

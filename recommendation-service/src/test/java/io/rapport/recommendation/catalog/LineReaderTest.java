package io.rapport.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void cutsAnyTextAsSplittingItWould() throws IOException {
        // Given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String text = text(random);

            // When
            List<String> lines = read(text, 1 << 20, random.nextInt(1, 50));

            // Then
            assertThat(lines).as("seed %d, text %s", seed, text).isEqualTo(expected(text));
        }
    }

    @Test
    void lineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
        LineReader reader = new LineReader(
                new ByteArrayInputStream(("x".repeat(200_000) + "\nnext").getBytes(StandardCharsets.UTF_8)), 100);
        LineReader.Line first = reader.next();
        assertThat(first.cut()).isTrue();
        assertThat(first.bytes()).hasSize(100);
        LineReader.Line second = reader.next();
        assertThat(second.cut()).isFalse();
        assertThat(second.number()).isEqualTo(2);
        assertThat(new String(second.bytes(), StandardCharsets.UTF_8)).isEqualTo("next");
        assertThat(reader.next()).isNull();
    }

    @Test
    void lineOfExactlyTheLimitIsWhole() throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream("abcde\nf".getBytes(StandardCharsets.UTF_8)), 5);
        assertThat(reader.next().cut()).isFalse();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(300);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(6) == 0 ? '\n' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    /** A text's end ends its last line, if there is any of it. */
    private static List<String> expected(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static List<String> read(String text, int longest, int step) throws IOException {
        LineReader reader = new LineReader(new Dripping(text.getBytes(StandardCharsets.UTF_8), step), longest);
        List<String> lines = new ArrayList<>();
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** Hands over only so many bytes at a time, as networks do. */
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream in;
        private final int step;

        Dripping(byte[] bytes, int step) {
            this.in = new ByteArrayInputStream(bytes);
            this.step = step;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return in.read(into, offset, Math.min(step, length));
        }
    }
}

package io.rapport.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8BodyTest {
    private static final String SEED = "seed ";

    @Test
    void whatJavaDecodesStrictlyIsTextAndNothingElseIs() {
        long seed = System.nanoTime();
        System.out.println(SEED + seed);
        Random random = new Random(seed);
        int texts = 0;
        for (int i = 0; i < 200_000; i++) {
            // Given
            byte[] bytes = randomBytes(random);
            // When
            boolean accepted = accepts(bytes);
            // Then
            assertThat(accepted)
                    .as("%s", java.util.HexFormat.of().formatHex(bytes))
                    .isEqualTo(isText(bytes));
            texts += accepted ? 1 : 0;
        }
        assertThat(texts).isBetween(20_000, 180_000);
    }

    /** Mostly valid text of every length, at times with one byte changed. */
    private static byte[] randomBytes(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            int kind = random.nextInt(6);
            text.appendCodePoint(
                    kind < 3
                            ? 1 + random.nextInt(0x5B)
                            : kind == 3
                                    ? 0x80 + random.nextInt(0x780)
                                    : kind == 4 ? 0xE000 : 0x10000 + random.nextInt(99));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(3) > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static boolean accepts(byte[] bytes) {
        try {
            Utf8Body.of(bytes.clone());
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x\\ud83dy       | x\\ufffdy",
                "x\\uDE00y       | x\\ufffdy",
                "x\\ud83d\\ud83d | x\\ufffd\\ufffd",
                "\\ud83d\\ude00  | \\ud83d\\ude00",
                "\\\\ud83dxxxxx  | \\\\ud83dxxxxx",
                "\\ud83d\\n      | \\ufffd\\n",
                "\\ud83          | \\ud83",
                "12345678\\ud83d | 12345678\\ufffd"
            })
    void halfOfASurrogatePairBecomesTheReplacementCharacter(String text, String expected) {
        // Given
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // When
        Utf8Body body = Utf8Body.of(bytes);
        // Then
        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @Test
    void nulCharactersAreFoundWhereTheyAreAndNowhereElse() {
        // Given
        String text = "0123\\u0000 \\\\u0000 \\\\\\u0000 \\u0001 x";
        // When
        Utf8Body body = Utf8Body.of(text.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(body.nulBetween(0, 4)).isFalse();
        assertThat(body.nulBetween(0, 5)).isTrue();
        assertThat(body.nulBetween(5, 20)).isFalse();
        assertThat(body.nulBetween(11, 28)).isTrue();
        assertThat(body.nulBetween(28, text.length())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 80_000})
    void manyNulCharactersCostNoMoreThanTheirNumber(int count) {
        // Given
        byte[] bytes = "\\u0000".repeat(count).getBytes(StandardCharsets.UTF_8);
        // When
        Utf8Body body = Utf8Body.of(bytes);
        // Then
        assertThat(body.nulBetween(bytes.length - 6, bytes.length)).isTrue();
        assertThat(body.nulBetween(bytes.length - 5, bytes.length)).isFalse();
    }

    @Test
    void aByteOrderMarkOfAnotherEncodingIsRefused() {
        byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> Utf8Body.of(utf16)).isInstanceOf(Problem.class);
    }
}

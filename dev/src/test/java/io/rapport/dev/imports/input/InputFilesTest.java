package io.rapport.dev.imports.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.imports.value.Values;
import io.rapport.dev.process.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilesTest {
    @TempDir
    private Path folder;

    private Path file(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(folder.resolve("in"), all.toByteArray());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static List<String> shown(List<Reading> readings) {
        return readings.stream().map(InputFilesTest::shown).toList();
    }

    private static String shown(Reading reading) {
        return reading instanceof Reading.Bad bad
                ? bad.place().line() + " " + bad.reason()
                : reading.place().line() + " "
                        + ((Reading.Good) reading).cells().shown();
    }

    @Test
    void quotesMayHoldDelimitersQuotesAndLineEnds() {
        // Given
        String text = "a,b\r\n\"1,\"\"x\"\"\",\"two\nlines\"\r\n\r\n3,4";

        // When
        List<Reading> readings = Values.readings("{format: csv}", text);

        // Then
        assertThat(shown(readings))
                .containsExactly("2 {\"a\":\"1,\\\"x\\\"\",\"b\":\"two\\nlines\"}", "5 {\"a\":\"3\",\"b\":\"4\"}");
    }

    @Test
    void aRowOfAnotherLengthIsBadAndThoseAfterItAreNot() {
        assertThat(shown(Values.readings("{format: csv}", "a,b\n1\n1,2,3\n5,6\n")))
                .containsExactly(
                        "2 1 fields where 2 are expected",
                        "3 3 fields where 2 are expected",
                        "4 {\"a\":\"5\",\"b\":\"6\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "tab ! `a\tb\n1\t2`",
                "semicolon ! `a;b\n1;2`",
                "pipe ! `a|b\n1|2`",
                "`'#'` ! `a#b\n1#2`",
                "space ! `a b\n1 2`"
            })
    void theDelimiterIsWhatTheMappingSays(String delimiter, String text) {
        assertThat(shown(Values.readings("{format: csv, delimiter: " + delimiter + "}", text)))
                .containsExactly("2 {\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void columnsCanBeNamedByTheMapping() {
        assertThat(shown(Values.readings("{format: csv, header: false, columns: [x, y]}", "1,2\n")))
                .containsExactly("1 {\"x\":\"1\",\"y\":\"2\"}");
        assertThat(shown(Values.readings("{format: csv, columns: [x, y]}", "a,b\n1,2\n")))
                .containsExactly("2 {\"x\":\"1\",\"y\":\"2\"}");
    }

    @Test
    void fieldsAreTrimmedAndWhatStandsForNothingIsEmptied() {
        assertThat(shown(Values.readings("{format: csv, missing: [NA, \"-\"]}", "a,b,c\n  1 ,NA,-\n")))
                .containsExactly("2 {\"a\":\"1\",\"b\":\"\",\"c\":\"\"}");
        assertThat(shown(Values.readings("{format: csv, trim: false}", "a\n  1 \n")))
                .containsExactly("2 {\"a\":\"  1 \"}");
    }

    @Test
    void gzipIsKnownByItsFirstBytesAndMayHaveSeveralMembers() throws IOException {
        // Given
        Path file = file(gzip("a\n1\n".getBytes(StandardCharsets.UTF_8)), gzip("2\n".getBytes(StandardCharsets.UTF_8)));

        // When, Then
        assertThat(shown(Values.readings("{format: csv}", file))).containsExactly("2 {\"a\":\"1\"}", "3 {\"a\":\"2\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkSaysTheCharset(String charset) throws IOException {
        // Given
        Path file = file("\uFEFFnäme\nö\n".getBytes(Charset.forName(charset)));

        // When, Then
        assertThat(shown(Values.readings("{format: csv, charset: ISO-8859-1}", file)))
                .containsExactly("2 {\"näme\":\"ö\"}");
    }

    @Test
    void theCharsetIsWhatTheMappingSays() throws IOException {
        // Given
        Path file = file("a\nGr\u00fc\u00dfe \u20ac\n".getBytes(Charset.forName("windows-1252")));

        // When, Then
        assertThat(shown(Values.readings("{format: csv, charset: windows-1252}", file)))
                .containsExactly("2 {\"a\":\"Grüße €\"}");
    }

    @Test
    void bytesThatAreNoTextMakeTheirRowBad() throws IOException {
        // Given
        Path file = file(
                "a,b\n1,".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xE9},
                "\n2,x\n".getBytes(StandardCharsets.UTF_8));

        // When, Then
        assertThat(shown(Values.readings("{format: csv}", file)))
                .containsExactly(
                        "2 b: holds bytes that are no text in the file's charset", "3 {\"a\":\"2\",\"b\":\"x\"}");
        assertThat(shown(Values.readings("{format: csv, malformed: keep}", file)))
                .containsExactly("2 {\"a\":\"1\",\"b\":\"\uFFFD\"}", "3 {\"a\":\"2\",\"b\":\"x\"}");
    }

    @Test
    void aTruncatedGzipIsToldAndNotTakenForTheEnd() throws IOException {
        // Given
        byte[] whole = gzip("a\n".concat("some text\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        Path file = file(Arrays.copyOf(whole, whole.length / 2));

        // When, Then
        assertThatThrownBy(() -> Values.readings("{format: csv}", file))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("Unexpected end of ZLIB input stream");
    }

    @Test
    void aQuoteThatIsNeverClosedIsTold() {
        assertThatThrownBy(() -> Values.readings("{format: csv}", "a,b\n1,\"two\n3,4\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("quot");
    }

    @Test
    void aHeaderWithTheSameNameTwiceIsTold() {
        assertThatThrownBy(() -> Values.readings("{format: csv}", "a,b,a\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageEndingWith("two columns are named \"a\"");
    }

    @Test
    void anEmptyFileHasNoHeader() {
        assertThatThrownBy(() -> Values.readings("{format: csv}", "")).isInstanceOf(Unreadable.class);
    }

    @Test
    void jsonLinesAreReadAndBadOnesTold() {
        // Given
        String text = "{\"a\":1}\n\n[1]\n{\"a\":\n{\"a\":1} x\r\n{\"b\":[true,null]}";

        // When
        List<String> shown = shown(Values.readings("{format: jsonl}", text));

        // Then
        assertThat(shown).hasSize(5);
        assertThat(shown.get(0)).isEqualTo("1 {\"a\":1}");
        assertThat(shown.get(1)).isEqualTo("3 the line is JSON, but not an object");
        assertThat(shown.get(2)).startsWith("4 the line is not JSON: ");
        assertThat(shown.get(3)).startsWith("5 the line is not JSON: ");
        assertThat(shown.get(4)).isEqualTo("6 {\"b\":[true,null]}");
    }

    @Test
    void aLineOfMonstrousLengthIsCutOffAndTheNextOneRead() {
        // Given
        String text = "{\"a\":\"" + "x".repeat(9 << 20) + "\"}\n{\"a\":1}\n";

        // When
        List<Reading> readings = Values.readings("{format: jsonl}", text);

        // Then
        assertThat(shown(readings)).containsExactly("1 the line is longer than 8 million characters", "2 {\"a\":1}");
        assertThat(((Reading.Bad) readings.get(0)).raw().textValue()).hasSize(1_000);
    }

    @Test
    void fixedColumnsAreCutOutOfTheLine() {
        // Given
        String input =
                "{format: fixed, header: true, columns: [{name: id, at: 2, width: 3}, {name: n, at: 6, width: 9}]}";

        // When, Then
        assertThat(shown(Values.readings(input, "header\n 001   5.5\n 002\n")))
                .containsExactly("2 {\"id\":\"001\",\"n\":\"5.5\"}", "3 {\"id\":\"002\",\"n\":\"\"}");
    }

    @Test
    void plainLinesAreOneColumn() {
        assertThat(shown(Values.readings("{format: lines}", "1 2\n\n3\n")))
                .containsExactly("1 {\"line\":\"1 2\"}", "3 {\"line\":\"3\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{format: xml}                     | i.format: csv, jsonl, fixed or lines is expected here",
                "{delimiter: tab}                  | i: the key \"format\" is missing",
                "{format: csv, delimeter: tab}     | i.delimeter: unknown key \"delimeter\"; known here: charset, columns, delimiter,"
                        + " format, header, malformed, missing, quote, trim",
                "{format: csv, delimiter: abc}     | i.delimiter: a single character is expected here, or for a delimiter one of"
                        + " comma, pipe, semicolon, space, tab",
                "{format: csv, header: false}      | i: without a header the columns' names must stand in \"columns\"",
                "{format: csv, charset: latin-99}  | i.charset: no charset that this Java knows",
                "{format: csv, malformed: maybe}   | i.malformed: reject or keep is expected here",
                "{format: fixed, columns: [{name: a, at: 0, width: 1}]} | i.columns[0].at: a whole number from 1 to 1000000 is expected here",
                "{format: jsonl, header: true}     | i.header: unknown key \"header\"; known here: charset, format, malformed, missing, trim",
            })
    void anInputThatIsWrittenWronglyIsAFaultOfTheMapping(String input, String fault) {
        assertThatThrownBy(() -> Values.readings(input, "a\n"))
                .isInstanceOf(Refusal.class)
                .hasMessage("m.yaml:1: " + fault);
    }
}

package io.rapport.dev.imports.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rapport.dev.process.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode apply(String transforms, String value) {
        try {
            String row = JSON.writeValueAsString(JSON.createObjectNode().put("v", value));
            return Values.of("{from: \"{v}\", apply: " + transforms + "}", row);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trim                                            | `  a b ` | \"a b\"",
                "lower                                           | ÄB     | \"äb\"",
                "upper                                           | äb     | \"ÄB\"",
                "capitalize                                      | WHITE METAL T-LIGHT o'neil | \"White Metal T-Light O'neil\"",
                "number                                          | -12.50 | -12.50",
                "number                                          | +3     | 3",
                "[number: {decimal: `,`, thousands: .}]          | 1.234.567,89 | 1234567.89",
                "[number: {thousands: ` `}]                      | 12 000 | 12000",
                "[number: {shift: -2}]                           | 1999   | 19.99",
                "[number: {shift: 2}]                            | 1.5    | 150",
                "[number: {min: 0, max: 10}]                     | 10     | 10",
                "integer                                         | 3.0    | 3",
                "boolean                                         | YES    | true",
                "boolean                                         | 0      | false",
                "[money: EUR]                                    | 5      | {\"amount\":\"5.00\",\"currency\":\"EUR\"}",
                "[money: JPY]                                    | 500    | {\"amount\":\"500\",\"currency\":\"JPY\"}",
                "[money: {currency: EUR, minor: true}]           | 1999   | {\"amount\":\"19.99\",\"currency\":\"EUR\"}",
                "[money: {currency: JPY, minor: true}]           | 1999   | {\"amount\":\"1999\",\"currency\":\"JPY\"}",
                "[money: {currency: KWD, minor: true}]           | 1999   | {\"amount\":\"1.999\",\"currency\":\"KWD\"}",
                "[money: {currency: EUR, decimal: `,`}]          | 1,5    | {\"amount\":\"1.50\",\"currency\":\"EUR\"}",
                "[split: ;]                                      | a; b;;c | [\"a\",\"b\",\"c\"]",
                "[split: ;, upper]                               | a;b    | [\"A\",\"B\"]",
                "[split: ;, join: ` > `]                         | a;b    | \"a > b\"",
                "[split: ;, item: 0]                             | a;b    | \"a\"",
                "[split: ;, item: -1]                            | a;b    | \"b\"",
                "[split: ;, item: 5]                             | a;b    | ``",
                "[split: ;, distinct]                            | a;b;a  | [\"a\",\"b\"]",
                "[replace: {pattern: `[.]0$`, with: ``}]         | 17850.0 | \"17850\"",
                "[replace: {pattern: `(a)(b)`, with: `$2$1`}]    | ab     | \"ba\"",
                "[extract: `EUR ([0-9]+)`]                       | US 5;EUR 18 | \"18\"",
                "[extract: `[0-9]+`]                             | a12b   | \"12\"",
                "[extract: `x`]                                  | a12b   | ``",
                "[extractAll: `([A-Z]{2})-`]                     | DE-5;US-6 | [\"DE\",\"US\"]",
                "[lookup: {values: {w: women, m: men}}]          | w      | \"women\"",
                "[lookup: {values: {w: women}, otherwise: none}] | x      | \"none\"",
                "[lookup: {values: {w: women}, keep: true}]      | x      | \"x\"",
                "[lookup: {values: {a: 1, NO: Norway}}]          | NO     | \"Norway\"",
                "time                                            | 2020-06-16T20:01:58Z | \"2020-06-16T20:01:58Z\"",
                "time                                            | 2020-06-16T20:01:58.25+02:00 | \"2020-06-16T18:01:58.250Z\"",
                "time                                            | 2020-06-16 | \"2020-06-16T00:00:00Z\"",
                "[time: epoch-seconds]                           | 1396437466.94 | \"2014-04-02T11:17:46.940Z\"",
                "[time: epoch-millis]                            | 1396437466940 | \"2014-04-02T11:17:46.940Z\"",
                "[time: epoch-seconds]                           | -1.5   | \"1969-12-31T23:59:58.500Z\"",
                "[time: {format: yyyy-MM-dd HH:mm:ss, zone: Europe/London}] | 2011-07-01 12:00:00 | \"2011-07-01T11:00:00Z\"",
                "[time: {format: yyyyMMdd, zone: America/New_York}] | 19970101 | \"1997-01-01T05:00:00Z\"",
                "[time: {format: d MMM yyyy, locale: de}]        | 3 Mai 2021 | \"2021-05-03T00:00:00Z\"",
                "[time: {format: [yyyy-MM-dd, dd/MM/yyyy]}]      | 31/12/2020 | \"2020-12-31T00:00:00Z\"",
                "[time: {format: yyyy-MM-dd HH:mm Z}]            | 2020-01-01 10:00 +0100 | \"2020-01-01T09:00:00Z\"",
                "[time: {format: sequence, start: `2016-01-01T00:00:00Z`, step: PT30S}] | 3 | \"2016-01-01T00:01:30Z\"",
            })
    void aTransformMakesOneValueOfAnother(String transforms, String value, String json) {
        // When
        JsonNode made = apply(transforms.strip().replace('`', '"'), value);

        // Then
        assertThat(made.isMissingNode() ? "" : made.toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "number                       | 1,5        | \"1,5\" is not a number",
                "number                       | 1e5        | \"1e5\" is not a number",
                "number                       | NaN        | \"NaN\" is not a number",
                "[number: {decimal: `,`}]     | 1.234,5    | \"1.234,5\" is not a number",
                "[number: {min: 0}]           | -1         | -1 is less than 0",
                "[number: {max: 5}]           | 5.01       | 5.01 is more than 5",
                "integer                      | 1.5        | \"1.5\" is not a whole number",
                "boolean                      | maybe      | \"maybe\" is neither true nor false",
                "[money: EUR]                 | free       | \"free\" is not a number",
                "[lookup: {values: {a: b}}]   | x          | \"x\" is not among the values listed",
                "time                         | yesterday  | \"yesterday\" is not a time written as iso",
                "[time: yyyy-MM-dd]           | 2021-02-31 | \"2021-02-31\" is not a time written as yyyy-MM-dd",
                "[time: {format: [yyyy-MM-dd, epoch-millis]}] | x | \"x\" is not a time written as yyyy-MM-dd or epoch-millis",
                "[time: epoch-seconds]        | 999999999999 | the year must be from 1 to 9999",
                "[time: epoch-seconds]        | 999999999999999999999999999999 | \"999999999999999999999999999999\" is not a time written as epoch-seconds",
                "[time: {format: sequence, start: `2016-01-01T00:00:00Z`, step: PT30S}] | 99999999999999999999 | \"99999999999999999999\" steps from 2016-01-01T00:00:00Z are out of range",
            })
    void aValueThatATransformCannotTakeIsRefusedWithTheReason(String transforms, String value, String reason) {
        assertThatThrownBy(() -> apply(transforms.strip().replace('`', '"'), value))
                .isInstanceOf(Unfit.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trimm                        | apply: unknown transform \"trimm\"; there are boolean, capitalize, distinct, extract,"
                        + " extractAll, integer, item, join, lookup, lower, money, number, replace, split, time, trim, upper",
                "[trim, splitt: ;]            | apply[1]: unknown transform \"splitt\"; there are boolean, capitalize, distinct,"
                        + " extract, extractAll, integer, item, join, lookup, lower, money, number, replace, split, time, trim, upper",
                "split                        | apply: \"split\" needs its settings: write split: …",
                "[upper: 1]                   | apply[0]: \"upper\" has no settings",
                "[{trim: 1, split: 2}]        | apply[0]: one transform is expected here; write each as an item of its own",
                "[split: ``]                  | apply[0].split: a separator is expected here",
                "[item: x]                    | apply[0].item: a whole number from -1000 to 1000 is expected here",
                "[number: {decimal: ab}]      | apply[0].number.decimal: a single character that is no digit is expected here",
                "[number: {decimal: `,`, thousands: `,`}] | apply[0].number: \"decimal\" and \"thousands\" are the same",
                "[number: {min: x}]           | apply[0].number.min: \"x\" is not a number",
                "[money: EURO]                | apply[0].money: \"EURO\" is not an ISO 4217 currency code",
                "[money: {minor: true}]       | apply[0].money: the key \"currency\" is missing",
                "[replace: {pattern: `(`, with: ``}]    | apply[0].replace.pattern: no regular expression: Unclosed group",
                "[replace: {pattern: `a`, with: `$1`}]  | apply[0].replace.with: no replacement for that pattern: No group 1",
                "[extract: `[`]               | apply[0].extract: no regular expression: Unclosed character class",
                "[time: {format: yyyy-QWERTZ}] | apply[0].time.format: no time format: Unknown pattern letter: R",
                "[time: {format: iso, zone: Mars}] | apply[0].time.zone: no time zone; write one like Europe/Amsterdam or +01:00",
                "[time: {format: sequence, start: now, step: PT1S}] | apply[0].time.start: a time like 2025-01-31T00:00:00Z is expected here",
                "[lookup: {values: {a: 1}, keep: true, otherwise: 2}] | apply[0].lookup: either \"otherwise\" or \"keep\"",
                "[lookup: {values: {a: 1}, els: 2}] | apply[0].lookup.els: unknown key \"els\"; known here: keep, otherwise, values",
            })
    void aTransformThatIsWrittenWronglyIsAFaultOfTheMapping(String transforms, String fault) {
        assertThatThrownBy(() -> apply(transforms.strip().replace('`', '"'), "x"))
                .isInstanceOf(Refusal.class)
                .hasMessage("m.yaml:1: v." + fault);
    }

    @Test
    void whatIsMissingStaysMissing() {
        assertThat(Values.of("{from: \"{v}\", apply: [upper, number]}", "{}").isMissingNode())
                .isTrue();
    }

    @Test
    void numbersOfJsonKeepTheirDigits() {
        assertThat(Values.of("{from: \"{v}\", apply: number}", "{\"v\":23000.0}")
                        .toString())
                .isEqualTo("23000.0");
    }
}

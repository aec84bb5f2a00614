package io.rapport.dev.imports.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final String ROW = """
            {"a":"x","n":5,"none":null,"empty":"","list":["p","q"],"deep":{"er":{"est":"z"}},"a.b":"dotted",\
            "items":[{"sku":"1","tags":["t"]},{"sku":"2"},{}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "GBP                     | \"GBP\"",
                "5                       | 5",
                "`{a}`                   | \"x\"",
                "`{n}`                   | 5",
                "`n={n}, a={a}`          | \"n=5, a=x\"",
                "`{list}`                | [\"p\",\"q\"]",
                "`{list[1]}`             | \"q\"",
                "`{deep.er.est}`         | \"z\"",
                "`{a.b}`                 | \"dotted\"",
                "`{items.sku}`           | [\"1\",\"2\"]",
                "`{items.tags}`          | [\"t\"]",
                "`{items[1].sku}`        | \"2\"",
                "`{{literal}} {a}`       | \"{literal} x\"",
                "`{gone}`                | ^^",
                "`{none}`                | ^^",
                "`{empty}`               | ^^",
                "`x{gone}y`              | ^^",
                "`x{gone?}y`             | \"xy\"",
                "`{$line}`               | 1",
                "`{$record}`             | 1",
                "[`{a}`, `{gone}`, c]    | [\"x\",\"c\"]",
                "[`{list}`, `{a}`]       | [\"p\",\"q\",\"x\"]",
                "[`{gone}`]              | ^^",
                "{firstOf: [`{gone}`, `{a}`, c]} | \"x\"",
                "{from: `{gone}`, default: 7}    | 7",
                "{from: `{a}`, when: {value: `{n}`, gt: 4}} | \"x\"",
                "{from: `{a}`, when: {value: `{n}`, gt: 5}} | ^^",
                "{from: `{a}`, when: {value: `{n}`, gt: 5}, default: d} | \"d\"",
            })
    void aValueIsMadeOfTheRow(String yaml, String json) {
        // When
        JsonNode value = Values.of(yaml.strip().replace('`', '"'), ROW);

        // Then
        assertThat(value.isMissingNode() ? "" : value.toString()).isEqualTo(json);
    }

    @Test
    void aRequiredValueThatIsMissingIsRefused() {
        assertThatThrownBy(() -> Values.of("{from: \"{gone}\", required: true}", ROW))
                .isInstanceOf(Unfit.class)
                .hasMessage("is required and missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{Column}          | v: a value needs either \"from\" or \"firstOf\"; is {a column} perhaps not in quotes? Write \"{a column}\"",
                "{from: a, firstOf: [b]} | v: a value needs either \"from\" or \"firstOf\"",
                "{from: a, aply: trim}   | v.aply: unknown key \"aply\"; known here: apply, default, firstOf, from, required, when",
                "`{open`           | v: a { without its }; write {{ for a brace",
                "`shut}`           | v: a } without its {; write }} for a brace",
                "`{}`              | v: a column's name is expected between { and }",
                "``                | v: nothing stands here; leave the key out, or say what it gets",
                "`{$lien}`         | v: {$lien} is not known; there are {$file}, {$line}, {$record}, {$item}, {$index}",
            })
    void aValueThatIsWrittenWronglyIsAFaultOfTheMapping(String yaml, String fault) {
        assertThatThrownBy(() -> Values.of(yaml.strip().replace('`', '"'), ROW)).hasMessage("m.yaml:1: " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{value: `{a}`, equals: x}              | true",
                "{value: `{n}`, equals: 5}              | true",
                "{value: `{a}`, equals: y}              | false",
                "{value: `{a}`, in: [y, x]}             | true",
                "{value: `{a}`, startsWith: x}          | true",
                "{value: `{a}`, endsWith: y}            | false",
                "{value: `{deep.er.est}`, contains: z}  | true",
                "{value: `{a}`, matches: `[xy]`}        | true",
                "{value: `{a}`, matches: `y`}           | false",
                "{value: `{n}`, lt: 5}                  | false",
                "{value: `{n}`, lte: 5}                 | true",
                "{value: `{n}`, gte: 5.5}               | false",
                "{value: `{gone}`, gt: 0}               | false",
                "{value: `{gone}`, matches: `.*`}       | false",
                "{value: `{gone}`, missing: true}       | true",
                "{value: `{a}`, missing: false}         | true",
                "{not: {value: `{gone}`, equals: x}}    | true",
                "{all: [{value: `{a}`, equals: x}, {value: `{n}`, gt: 6}]} | false",
                "{any: [{value: `{a}`, equals: x}, {value: `{n}`, gt: 6}]} | true",
            })
    void aConditionHoldsOrNot(String yaml, boolean holds) {
        assertThat(Values.holds(yaml.strip().replace('`', '"'), ROW)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{value: `{a}`}                    | v: a condition needs exactly one of contains, endsWith, equals, gt, gte, in, lt, lte,"
                        + " matches, missing, startsWith",
                "{value: `{a}`, gt: 1, lt: 5}      | v: a condition needs exactly one of contains, endsWith, equals, gt, gte, in, lt, lte,"
                        + " matches, missing, startsWith",
                "{equals: 5}                       | v: a condition needs \"all\", \"any\", \"not\", or \"value\" with a test",
                "{value: `{a}`, gt: x}             | v.gt: \"x\" is not a number",
                "{value: `{a}`, missing: perhaps}  | v.missing: true or false is expected here",
            })
    void aConditionThatIsWrittenWronglyIsAFaultOfTheMapping(String yaml, String fault) {
        assertThatThrownBy(() -> Values.holds(yaml.strip().replace('`', '"'), ROW))
                .hasMessage("m.yaml:1: " + fault);
    }

    @Test
    void aNumberIsNeededWhereOneIsCompared() {
        assertThatThrownBy(() -> Values.holds("{value: \"{a}\", gt: 1}", ROW))
                .isInstanceOf(Unfit.class)
                .hasMessage("\"x\" is not a number");
    }
}

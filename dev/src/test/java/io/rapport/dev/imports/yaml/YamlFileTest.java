package io.rapport.dev.imports.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.process.Refusal;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    private static <T> T read(String text, Function<YamlNode, T> reading) {
        return YamlFile.read("m.yaml", text, reading);
    }

    @Test
    void everyUnknownKeyIsToldWithItsLineAndItsPath() {
        // Given
        String text = """
                name: a
                inner:
                  good: 1
                  bda: 2
                extra: 3
                """;

        // When, Then
        assertThatThrownBy(() -> read(text, YamlFileTest::nameAndInner))
                .isInstanceOf(Refusal.class)
                .hasMessage("""
                        m.yaml:4: inner.bda: unknown key "bda"; known here: good
                        m.yaml:5: extra: unknown key "extra"; known here: inner, name""");
    }

    private static String nameAndInner(YamlNode root) {
        YamlMap map = root.map();
        String name = map.need("name").text();
        YamlMap inner = map.need("inner").map();
        inner.take("good");
        inner.refuseOthers();
        map.refuseOthers();
        return name;
    }

    @Test
    void aKeyThatStandsTwiceIsAFault() {
        assertThatThrownBy(() ->
                        read("a: 1\nb: 2\na: 3\n", root -> root.map().need("a").text()))
                .hasMessage("m.yaml:3: a: the key stands here twice");
    }

    @Test
    void aMissingKeyIsToldWhereItShouldStand() {
        assertThatThrownBy(() -> read(
                        "a:\n  b: 1\n",
                        root -> root.map().need("a").map().need("c").text()))
                .hasMessage("m.yaml:2: a: the key \"c\" is missing");
    }

    @Test
    void brokenSyntaxIsToldWithItsLine() {
        assertThatThrownBy(() -> read("a: 1\nb: [1, 2\nc: 3\n", YamlNode::map)).hasMessageStartingWith("m.yaml:3: ");
    }

    @Test
    void anEmptyMappingIsAFault() {
        assertThatThrownBy(() -> read("# nothing\n", YamlNode::map)).hasMessage("m.yaml:1: the mapping is empty");
    }

    @Test
    void noTagEverMakesAnObject() {
        assertThatThrownBy(() -> read(
                        "a: !!javax.script.ScriptEngineManager [1]\n",
                        root -> root.map().need("a").text()))
                .hasMessageStartingWith("m.yaml:1: Global tag is not allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "NO,\"NO\"",
        "yes,\"yes\"",
        "12:30:45,\"12:30:45\"",
        "2020-01-31,\"2020-01-31\"",
        "0777,\"0777\"",
        "'''5''',\"5\"",
        "5,5",
        "-1.50,-1.50",
        "true,true",
        "1e5,\"1e5\""
    })
    void aPlainScalarIsWhatJsonWouldTakeItForAndElseText(String yaml, String json) {
        assertThat(read("a: " + yaml, root -> root.map().need("a").constant()).toString())
                .isEqualTo(json);
    }
}

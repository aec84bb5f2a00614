package io.rapport.dev.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.imports.group.Group;
import io.rapport.dev.imports.value.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMappingTest {
    private static final String VIEW = """
            event:
              name: Product Viewed
              anonymousId: "s-{session}"
              time: {from: "{at}", apply: [time: epoch-seconds]}
              properties: {product_id: "{item}"}
            """;

    private static String id(String yaml, String csv) {
        return Mapped.json(Kind.EVENTS, yaml, csv).get("messageId").textValue();
    }

    @Test
    void aRowIsATrackCallUnlessTheMappingSaysOtherwise() {
        assertThat(Mapped.withoutId(Kind.EVENTS, VIEW, "session,item,at\n1,p1,1592337718.5\n"))
                .isEqualTo("""
                        {"type":"track","event":"Product Viewed","anonymousId":"s-1",\
                        "timestamp":"2020-06-16T20:01:58.500Z","properties":{"product_id":"p1"}}""");
    }

    @Test
    void theSameEventHasTheSameIdWhereverItStandsAndAnotherHasAnother() {
        // Given
        String first = id(VIEW, "session,item,at\n1,p1,1592337718\n");

        // When, Then
        assertThat(id(VIEW, "at,item,session,more\n1592337718.0,p1,1,x\n")).isEqualTo(first);
        assertThat(id(VIEW, "session,item,at\n1,p1,1592337719\n")).isNotEqualTo(first);
        assertThat(id(VIEW, "session,item,at\n1,p2,1592337718\n")).isNotEqualTo(first);
        assertThat(first).matches("import-[A-Za-z0-9_-]{24}");
    }

    @Test
    void theSameContentOfAnotherSourceIsAnotherEvent() {
        // Given
        String csv = "session,item,at\n1,p1,1592337718\n";
        EventMapping one = EventMapping.read(node(VIEW), new EventJson("one", Mapped.CLOCK));
        EventMapping other = EventMapping.read(node(VIEW), new EventJson("other", Mapped.CLOCK));

        // When
        Group group = Group.of(Values.rows("{format: csv}", csv).get(0));

        // Then
        assertThat(one.map(group).json()).isNotEqualTo(other.map(group).json());
    }

    private static io.rapport.dev.imports.yaml.YamlNode node(String yaml) {
        return io.rapport.dev.imports.yaml.YamlFile.read(
                "m.yaml", yaml, root -> root.map().need("event"));
    }

    @Test
    void anIdThatTheMappingGivesIsKeptWithinItsSource() {
        assertThat(id(VIEW + "  messageId: \"{session}-{item}\"\n", "session,item,at\n1,p1,1592337718\n"))
                .isEqualTo("shop:1-p1");
    }

    @Test
    void everyCallHasItsShape() {
        assertThat(Mapped.withoutId(
                        Kind.EVENTS,
                        "event: {type: identify, userId: u, time: \"2020-01-01\", traits: {country: \"{c}\"}}",
                        "c\nNL\n"))
                .isEqualTo("""
                        {"type":"identify","userId":"u","timestamp":"2020-01-01T00:00:00Z","traits":{"country":"NL"}}""");
        assertThat(Mapped.withoutId(
                        Kind.EVENTS,
                        "event: {type: page, name: Home, category: Shop, anonymousId: a, time: \"2020-01-01\"}",
                        "c\nNL\n"))
                .isEqualTo("""
                        {"type":"page","name":"Home","category":"Shop","anonymousId":"a","timestamp":"2020-01-01T00:00:00Z"}""");
        assertThat(Mapped.withoutId(
                        Kind.EVENTS, "event: {type: alias, previousId: a, userId: u, time: \"2020-01-01\"}", "c\nNL\n"))
                .isEqualTo("""
                        {"type":"alias","userId":"u","previousId":"a","timestamp":"2020-01-01T00:00:00Z"}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{anonymousId: a, time: 2020-01-01} | event.name: is missing, and a track call needs it",
                "{type: group, userId: a, time: 2020-01-01} | event.groupId: is missing, and a group call needs it",
                "{type: alias, previousId: a, anonymousId: b, time: 2020-01-01} | event.userId: is missing, and an alias call needs it",
                "{type: click, anonymousId: a, time: 2020-01-01} | event.type: \"click\" is none of [alias, group, identify, page, screen, track]",
                "{name: a, time: 2020-01-01} | An event needs a userId or an anonymousId.",
                "{name: a, anonymousId: a, time: 2020-01-01, properties: {price: -1}} | A price may not be negative.",
                "{name: a, anonymousId: a, time: 2020-01-01, properties: {x: \"{nul}\"}} | A NUL character stands in the event, and no store takes it.",
                "{name: a, anonymousId: \"{long}\", time: 2020-01-01} | The field anonymousId may have 512 characters at most.",
                "{name: a, anonymousId: \"{half}\", time: 2020-01-01} | Half a character (an unpaired surrogate) stands in the event.",
                "{name: a, anonymousId: a, time: 2020-01-01, properties: {x: \"{deep}\"}} | Objects and arrays may be 64 levels deep at most.",
                "{name: a, anonymousId: a, time: 2020-01-01, properties: {x: \"{digits}\"}} | A number has more digits or a larger exponent than can be stored.",
                "{name: a, anonymousId: a, time: 2020-01-01, properties: {x: \"{huge}\"}} | the event is of 40149 bytes, and may be of 32000",
            })
    void whatTheGatewayWouldNotStoreIsRejectedHere(String event, String reason) {
        // Given
        String row = "{\"nul\":\"a\\u0000b\",\"long\":\"" + "x".repeat(513) + "\",\"half\":\"\\ud800\",\"deep\":"
                + "[".repeat(70) + "1" + "]".repeat(70) + ",\"digits\":1e999,\"huge\":\"" + "y".repeat(40_000) + "\"}";
        Mapping mapping = Mapped.mapping(Kind.EVENTS, "event: " + event);

        // When, Then
        assertThatThrownBy(() -> mapping.record().map(Group.of(Values.row(row))))
                .isInstanceOf(Rejection.class)
                .hasMessage(reason);
    }
}

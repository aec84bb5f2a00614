package io.rapport.profile.condition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.platform.problem.FieldError;
import io.rapport.platform.problem.Problem;
import io.rapport.profile.condition.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionReaderTest {
    private static Reading read(String json) {
        return ConditionReader.read(Json.of(json), "/condition");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]||A condition is an object",
                "{}||exactly one of all, any",
                "{'all':[],'any':[]}||exactly one of",
                "{'all':[]}|/all|at least one",
                "{'all':{}}|/all|A list",
                "{'not':[]}|/not|A condition is an object",
                "{'not':{'consent':'marketing'},'op':'eq'}|/op|Unknown field 'op'",
                "{'trait':'a'}|/op|An operator; one of eq, ne",
                "{'trait':'a','op':'like','value':'b'}|/op|Unknown operator 'like'",
                "{'trait':1,'op':'exists'}|/trait|A text",
                "{'trait':'a..b','op':'exists'}|/trait|A path",
                "{'trait':'a[].b','op':'exists'}|/trait|[] stands at its end only",
                "{'trait':'a[]','op':'exists'}|/where|needs a where",
                "{'trait':'a','op':'eq'}|/value|eq needs a value",
                "{'trait':'a','op':'eq','value':null}|/value|for nothing there is missing",
                "{'trait':'a','op':'eq','value':[1]}|/value|A text, a number or a truth value",
                "{'trait':'a','op':'exists','value':1}|/value|exists takes no value",
                "{'trait':'a','op':'in','value':'x'}|/value|A list of 1 to 500",
                "{'trait':'a','op':'in','value':['x',{}]}|/value/1|A text, a number",
                "{'trait':'a','op':'gt','value':'many'}|/value|A number",
                "{'trait':'a','op':'gt','value':1E+999}|/value|A number",
                "{'trait':'a','op':'between','value':[5,2]}|/value|lower number comes first",
                "{'trait':'a','op':'between','value':[5]}|/value|two numbers",
                "{'trait':'a','op':'between','value':[5,'x']}|/value/1|A number",
                "{'trait':'a','op':'startsWith','value':5}|/value|A text",
                "{'trait':'a','op':'matches','value':'(?=a)'}|/value|no look-around",
                "{'trait':'a','op':'matches','value':'('}|/value|Not a regular expression",
                "{'trait':'a','op':'matches','value':'((a{999}){999}){999}'}|/value|repetitions written out",
                "{'trait':'a','op':'before','value':'yesterday'}|/value|RFC 3339",
                "{'trait':'a','op':'before','value':'2026-02-30'}|/value|RFC 3339",
                "{'trait':'a','op':'withinLast','value':'30 days'}|/value|ISO 8601",
                "{'trait':'a','op':'withinLast','value':'P0D'}|/value|ISO 8601",
                "{'trait':'a','op':'withinLast','value':'-P1D'}|/value|ISO 8601",
                "{'trait':'a','op':'withinLast','value':'P1DT'}|/value|ISO 8601",
                "{'trait':'a','op':'withinLast','value':'P101Y'}|/value|at most a century",
                "{'trait':'a','op':'distance','value':{'lat':91,'lon':0,'km':1}}|/value/lat|from -90 to 90",
                "{'trait':'a','op':'distance','value':{'lat':1,'lon':0}}|/value/km|A number",
                "{'trait':'a','op':'distance','value':{'lat':1,'lon':0,'km':1,'m':2}}|/value/m|Unknown field",
                "{'event':''}|/event|The name of an event",
                "{'event':'A','count':{'atLeast':3}}|/count/atLeast|Unknown field 'atLeast'",
                "{'event':'A','count':{'gte':3,'lt':5}}|/count|Exactly one of gte, gt",
                "{'event':'A','count':3}|/count|An object such as",
                "{'event':'A','count':{'gte':1.5}}|/count|whole number",
                "{'event':'A','count':{'gte':-1}}|/count|whole number",
                "{'event':'A','count':{'gte':'many'}}|/count/gte|A number",
                "{'event':'A','within':'P1D','from':'2026-01-01'}|/within|Either within",
                "{'event':'A','from':'2026-02-01','to':'2026-01-01'}|/to|to is later than from",
                "{'event':'A','from':1}|/from|RFC 3339",
                "{'event':'A','whithin':'P1D'}|/whithin|known here: count, event",
                "{'event':'A','where':{'trait':'category','op':'exists'}}|/where/trait|begin with properties. or context.",
                "{'event':'A','where':{'consent':'marketing'}}|/where/consent|Within a where",
                "{'event':'A','where':{'trait':'properties.at','op':'withinLast','value':'P1D'}}|/where/op|moves with the clock",
                "{'event':'A','where':{'trait':'properties.a[]','where':{'trait':'at','op':'olderThan','value':'P1D'}}}"
                        + "|/where/where/op|moves with the clock",
                "{'aggregate':{'event':'A','property':'p','fn':'median'},'gte':1}|/aggregate/fn|One of sum, avg",
                "{'aggregate':{'event':'A','fn':'sum'},'gte':1}|/aggregate/property|The path of a property",
                "{'aggregate':{'event':'A','property':'p','fn':'sum'}}||Exactly one of gte",
                "{'aggregate':'sum','gte':1}|/aggregate|An object with event",
                "{'sequence':[]}|/sequence|A list of 1 to 12 steps",
                "{'sequence':[{'absent':'A','for':'PT1H'}]}|/sequence/0|begins with an event",
                "{'sequence':[{'event':'A'},{'absent':'B'}]}|/sequence/1/for|ISO 8601",
                "{'sequence':[{'event':'A','absent':'B'}]}|/sequence/0|either event or absent",
                "{'sequence':[{'event':'A','for':'PT1H'}]}|/sequence/0/for|Unknown field",
                "{'segment':5}|/segment|The id of a segment",
                "{'consent':'spying'}|/consent|one of analytics, personalization"
            })
    void namesTheFaultAndItsPlace(String json, String pointer, String detail) {
        Reading reading = read(json);

        assertThat(reading.condition()).isEmpty();
        assertThat(reading.faults()).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo("/condition" + (pointer == null ? "" : pointer));
            assertThat(fault.detail()).contains(detail).endsWith(".");
        });
    }

    @Test
    void namesEveryFaultAtOnce() {
        Reading reading = read("{'all':[{'trait':'a~/b','op':'like','x/y':1},{'any':[{'consent':'no'},{'event':3}]}]}");

        assertThat(reading.faults())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/condition/all/0/op",
                        "/condition/all/0/x~1y",
                        "/condition/all/1/any/0/consent",
                        "/condition/all/1/any/1/event");
        assertThatThrownBy(reading::orThrow)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).hasSize(4));
    }

    @Test
    void aMissingConditionIsAskedFor() {
        assertThat(ConditionReader.read(null, "/condition").faults())
                .extracting(FieldError::pointer, FieldError::detail)
                .containsExactly(tuple("/condition", "A condition is required."));
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 200, 5_000})
    void refusesWhatIsNestedTooDeep(int levels) {
        JsonNode json = Json.of("{'consent':'marketing'}");
        for (int i = 1; i < levels; i++) {
            json = JsonNodeFactory.instance.objectNode().set("not", json);
        }

        assertThat(ConditionReader.read(json, "").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("at most 32 deep"));
    }

    @Test
    void takesWhatIsNestedAsDeepAsAllowed() {
        String open = "{'all':[".repeat(31);
        String close = "]}".repeat(31);

        assertThat(read(open + "{'consent':'marketing'}" + close).condition()).isPresent();
    }

    @Test
    void refusesTooManyLeavesTooMuchTextAndTooManyValues() {
        String leaf = "{'consent':'marketing'},";
        String leaves = "{'any':[" + leaf.repeat(250) + "{'all':[" + leaf.repeat(250) + "{'segment':'x'}]}]}";
        String values = "{'trait':'a','op':'in','value':[" + "1,".repeat(500) + "1]}";
        String large = "{'any':[" + ("{'event':'" + "x".repeat(1_000) + "'},").repeat(66) + leaf + "{'segment':'x'}]}";

        assertThat(read(leaves).faults())
                .extracting(FieldError::detail)
                .containsExactly("A condition has at most 500 leaves.");
        assertThat(read(values).faults()).extracting(FieldError::detail).containsExactly("A list of 1 to 500 values.");
        assertThat(read(large).faults())
                .extracting(FieldError::detail)
                .containsExactly("A condition has at most 64 KB of JSON.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*x", "([a-z0-9._]{1,64})@([a-z0-9-]{1,63}[.]){1,4}[a-z]{2,24}$"})
    void aCatastrophicExpressionIsLinear(String expression) {
        var condition = read("{'trait':'a','op':'matches','value':'" + expression + "'}")
                .orThrow();
        String text = "a".repeat(8_000) + "!";
        long before = System.nanoTime();

        var subject = new io.rapport.profile.condition.ProfileSubject(
                Json.of("{'a':'" + text + "'}"), Json.of("{}"), Map.of(), Map.of(), Set.of());
        boolean holds = condition.evaluate(subject, java.time.Instant.EPOCH).holds();

        assertThat(holds).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'event':'A'}|{'count':{'gte':1.0},'event':'A'}",
                "{'event':'A','within':'P1W'}|{'within':'PT168H','event':'A'}",
                "{'event':'A','within':'P1Y'}|{'within':'P12M','event':'A'}",
                "{'event':'A','from':'2026-01-01'}|{'event':'A','from':'2026-01-01T01:00:00+01:00'}",
                "{'trait':'a','op':'in','value':[1,'b']}|{'value':['b',1.00],'op':'in','trait':'a'}",
                "{'event':'A','where':{'all':[{'trait':'properties.a','op':'exists'},{'trait':'properties.b','op':'exists'}]}}"
                        + "|{'event':'A','where':{'all':[{'trait':'properties.b','op':'exists'},"
                        + "{'trait':'properties.a','op':'exists'}]}}"
            })
    void equalLeavesHaveOneId(String one, String other) {
        assertThat(id(one)).isEqualTo(id(other));
        assertThat(id(read(one).orThrow().toJson().toString())).isEqualTo(id(one));
    }

    @Test
    void differentLeavesHaveDifferentIds() {
        assertThat(List.of(
                        id("{'event':'A'}"),
                        id("{'event':'A','count':{'gte':2}}"),
                        id("{'event':'A','within':'P1M'}"),
                        id("{'event':'A','within':'P30D'}"),
                        id("{'event':'A','from':'2026-01-01'}"),
                        id("{'event':'A','to':'2026-01-01'}"),
                        id("{'trait':'a','op':'eq','value':1}"),
                        id("{'trait':'a','op':'eq','value':'1'}"),
                        id("{'trait':'a','op':'between','value':[2,10]}"),
                        id("{'trait':'a','op':'between','value':[1,10]}"),
                        id("{'sequence':[{'event':'A'},{'event':'B'}]}"),
                        id("{'sequence':[{'event':'B'},{'event':'A'}]}")))
                .doesNotHaveDuplicates();
    }

    private static Object id(String json) {
        return ((io.rapport.profile.condition.Leaf) read(json).orThrow()).id();
    }

    @Test
    void tellsWhichSegmentsAreReferredTo() {
        Reading reading = read("{'all':[{'segment':'vip'},{'not':{'segment':'lost'}},{'segment':'vip'}]}");

        assertThat(reading.segments())
                .containsOnly(
                        Map.entry("vip", "/condition/all/0/segment"),
                        Map.entry("lost", "/condition/all/1/not/segment"));
    }

    @Test
    void namesTheCircleThatAChangeWouldClose() {
        Map<String, Set<String>> graph = Map.of("a", Set.of("b"), "b", Set.of("c", "d"), "d", Set.of("e"));

        assertThat(SegmentCycles.closedBy(graph, "e", Set.of("a"))).containsExactly("e", "a", "b", "d", "e");
        assertThat(SegmentCycles.closedBy(graph, "e", Set.of("e"))).containsExactly("e", "e");
        assertThat(SegmentCycles.closedBy(graph, "a", Set.of("d", "c"))).isEmpty();
    }

    @Test
    void readsScoresAndNamesTheirFaults() {
        var good = ScoreReader.read(Json.of("[{'condition':{'segment':'vip'},'weight':10}]"), "/weights");
        var bad =
                ScoreReader.read(Json.of("[{'condition':{'event':1},'weight':'x','y':0},{'weight':1},3]"), "/weights");

        assertThat(good.score()).isPresent();
        assertThat(good.segments()).containsKey("vip");
        assertThat(bad.score()).isEmpty();
        assertThat(bad.faults())
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/weights/0/y",
                        "/weights/0/weight",
                        "/weights/0/condition/event",
                        "/weights/1/condition",
                        "/weights/2");
    }
}

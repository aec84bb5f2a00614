package io.rapport.profile.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.platform.problem.FieldError;
import io.rapport.profile.condition.read.ConditionReader;
import io.rapport.profile.condition.read.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conditions broken at random are read or refused with pointers to what is there, and nothing else happens. */
class BrokenConditionsTest {
    private static final List<JsonNode> JUNK = List.of(
            Json.of("null"),
            Json.of("5"),
            Json.of("-1.5"),
            Json.of("'x'"),
            Json.of("''"),
            Json.of("[]"),
            Json.of("{}"),
            Json.of("true"),
            Json.of("'P1D'"),
            Json.of("[{}]"),
            Json.of("{'all':[{}]}"),
            Json.of("1E+999999999"));

    @Test
    void areReadOrRefused() {
        int refused = 0;
        for (long seed = 1; seed <= 5_000; seed++) {
            Random random = new Random(seed);
            JsonNode json = Json.of("{'all':[" + new RandomConditions(random, true).condition(3) + "]}");
            breakSomething(json, random);
            refused += check(json, "seed " + seed + ": " + json) ? 1 : 0;
        }
        assertThat(refused).isBetween(3_500, 4_999);
    }

    /** Whether it was refused. */
    private static boolean check(JsonNode json, String what) {
        Reading reading = ConditionReader.read(json, "");

        assertThat(reading.condition().isPresent())
                .as(what)
                .isEqualTo(reading.faults().isEmpty());
        for (FieldError fault : reading.faults()) {
            String parent =
                    fault.pointer().substring(0, Math.max(0, fault.pointer().lastIndexOf('/')));
            assertThat(json.at(parent).isMissingNode()).as(what + " " + fault).isFalse();
        }
        reading.condition()
                .ifPresent(condition -> assertThat(
                                ConditionReader.read(condition.toJson(), "").faults())
                        .as(what)
                        .isEmpty());
        return reading.condition().isEmpty();
    }

    private static void breakSomething(JsonNode json, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(json, containers);
        JsonNode chosen = containers.get(random.nextInt(containers.size()));
        JsonNode junk = JUNK.get(random.nextInt(JUNK.size()));
        if (chosen instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), junk);
        } else if (chosen instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x", junk);
                default -> object.set(name, junk);
            }
        }
    }

    private static void collect(JsonNode json, List<JsonNode> containers) {
        if (json.isContainerNode() && !json.isEmpty()) {
            containers.add(json);
        }
        json.forEach(child -> collect(child, containers));
    }
}

package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What all and any have in common. */
final class Parts {
    private Parts() {}

    static List<Truth> evaluate(List<Condition> conditions, Subject subject, Instant now) {
        return conditions.stream().map(each -> each.evaluate(subject, now)).toList();
    }

    static ObjectNode toJson(String name, List<Condition> conditions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = json.putArray(name);
        conditions.forEach(each -> parts.add(each.toJson()));
        return json;
    }

    static List<Condition.Part> of(String name, List<Condition> conditions) {
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> new Condition.Part(name + "/" + i, conditions.get(i)))
                .toList();
    }
}

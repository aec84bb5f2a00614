package io.rapport.profile.condition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What all and any have in common. */
final class Parts {
    private Parts() {}

    /**
     * The answers of the parts.
     *
     * @param decisive the answer that makes all others indifferent, for good: no more are asked once one is this
     */
    static List<Truth> evaluate(List<Condition> conditions, Subject subject, Instant now, Truth decisive) {
        List<Truth> answers = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            Truth answer = condition.evaluate(subject, now);
            if (answer.equals(decisive)) {
                return List.of(answer);
            }
            answers.add(answer);
        }
        return answers;
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

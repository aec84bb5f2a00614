package io.rapport.profile.computed.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Segments are asked again only for what a call is said to touch, so that nothing else may move. */
class TouchedTest {
    private static final int CALLS = 4_000;
    private static final long SEED = 20_261_127;

    @Test
    void noCallChangesATraitThatItIsNotSaidToTouch() {
        RandomCalls any = new RandomCalls(new Random(SEED), 60);
        Behaviour behaviour = new Behaviour();
        ObjectNode before = behaviour.facts(Calls.NOW, "EUR");
        Set<String> everMoved = new HashSet<>();
        for (int i = 0; i < CALLS; i++) {
            Call call = any.next();
            behaviour.absorb(call);
            ObjectNode after = behaviour.facts(Calls.NOW, "EUR");
            Set<String> moved = moved(before, after);
            assertThat(Behaviour.touchedBy(call)).as("call %d, %s", i, call).containsAll(moved);
            everMoved.addAll(moved);
            before = after;
        }
        assertThat(everMoved)
                .contains(
                        "sessionCount",
                        "cart",
                        "channels",
                        "affinity",
                        "daysBetweenOrders",
                        "devices",
                        "location",
                        "groups");
    }

    private static Set<String> moved(ObjectNode before, ObjectNode after) {
        Set<String> moved = new HashSet<>();
        after.properties().forEach(each -> {
            if (!each.getValue().equals(before.path(each.getKey()))) {
                moved.add(each.getKey());
            }
        });
        return moved;
    }
}

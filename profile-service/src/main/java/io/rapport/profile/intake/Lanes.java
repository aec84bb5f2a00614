package io.rapport.profile.intake;

import io.rapport.profile.identity.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Parts a batch so that transactions side by side seldom wait for each other's locks: events that name an identifier, a known
 * person or an order in common, or are tied by others that do, stay together and in their order.
 */
final class Lanes {
    private static final Comparator<List<Integer>> LONGEST_FIRST =
            Comparator.comparingInt((List<Integer> group) -> -group.size()).thenComparing(group -> group.get(0));

    private final List<Tracked> events;
    private final int[] leaders;

    private Lanes(List<Tracked> events, Map<Identifier, UUID> owners) {
        this.events = events;
        this.leaders = new int[events.size()];
        Map<Object, Integer> named = new HashMap<>();
        for (int event = 0; event < leaders.length; event++) {
            leaders[event] = event;
            for (Object name : names(events.get(event), owners)) {
                Integer other = named.putIfAbsent(name, event);
                if (other != null) {
                    leaders[leader(event)] = leader(other);
                }
            }
        }
    }

    private static List<Object> names(Tracked event, Map<Identifier, UUID> owners) {
        List<Object> names = new ArrayList<>(event.sighting().lookups());
        event.sighting().lookups().stream()
                .map(owners::get)
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (event.order() != null) {
            names.add(event.order().orderId());
        }
        return names;
    }

    private int leader(int event) {
        int at = event;
        while (leaders[at] != at) {
            leaders[at] = leaders[leaders[at]];
            at = leaders[at];
        }
        return at;
    }

    /**
     * At most so many, about as long as each other.
     *
     * @param owners whose the identifiers are, as far as it is known
     */
    static List<List<Tracked>> of(List<Tracked> events, int most, Map<Identifier, UUID> owners) {
        return new Lanes(events, owners).parts(most);
    }

    private List<List<Tracked>> parts(int most) {
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int event = 0; event < leaders.length; event++) {
            groups.computeIfAbsent(leader(event), none -> new ArrayList<>()).add(event);
        }
        PriorityQueue<List<Integer>> lanes = new PriorityQueue<>(Comparator.comparingInt(List::size));
        for (int lane = 0; lane < most; lane++) {
            lanes.add(new ArrayList<>());
        }
        groups.values().stream().sorted(LONGEST_FIRST).forEach(group -> {
            List<Integer> shortest = lanes.remove();
            shortest.addAll(group);
            lanes.add(shortest);
        });
        return lanes.stream()
                .filter(lane -> !lane.isEmpty())
                .map(lane -> lane.stream().sorted().map(events::get).toList())
                .toList();
    }
}

package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventType;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The groups (accounts, households, clubs) that {@code group} calls put somebody in: the {@link #ROOM} that were named last. */
final class Groups {
    static final int ROOM = 20;

    private static final Comparator<Map.Entry<String, Long>> LATEST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Map<String, Long> named = new TreeMap<>();

    void absorb(Call call) {
        String group = call.type() == EventType.GROUP
                ? Texts.of(call.event().properties().path("groupId"))
                : "";
        if (!group.isEmpty()) {
            add(group, call.micros());
        }
    }

    private void add(String group, long at) {
        named.merge(group, at, Math::max);
        if (named.size() > ROOM) {
            named.remove(latestFirst().get(ROOM).getKey());
        }
    }

    private List<Map.Entry<String, Long>> latestFirst() {
        return named.entrySet().stream().sorted(LATEST_FIRST).toList();
    }

    void merge(Groups other) {
        other.named.forEach(this::add);
    }

    void addTo(ObjectNode facts, Instant now) {
        ArrayNode groups = facts.putArray("groups");
        latestFirst()
                .forEach(each -> groups.addObject()
                        .put("groupId", each.getKey())
                        .put("lastNamedAt", Micros.text(each.getValue(), now)));
    }

    void write(StateOutput out) throws IOException {
        out.number(named.size());
        for (Map.Entry<String, Long> each : named.entrySet()) {
            out.text(each.getKey());
            out.number(each.getValue());
        }
    }

    static Groups read(StateInput in) throws IOException {
        Groups groups = new Groups();
        int size = in.size();
        for (int i = 0; i < size; i++) {
            groups.named.put(in.text(), in.number());
        }
        return groups;
    }
}

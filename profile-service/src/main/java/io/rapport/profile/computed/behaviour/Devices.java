package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Device;
import io.rapport.events.DeviceType;
import io.rapport.events.OsFamily;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Which kinds of devices somebody uses, how much and when last; at most one entry for each form and system. */
final class Devices {
    private static final Comparator<Map.Entry<Device, Use>> LATEST_FIRST = Comparator.comparing(
                    (Map.Entry<Device, Use> each) -> each.getValue().last(), Comparator.reverseOrder())
            .thenComparing(Map.Entry::getKey);

    private final TreeMap<Device, Use> uses = new TreeMap<>();

    private record Use(long calls, long first, long last) {
        Use plus(Use other) {
            return new Use(calls + other.calls, Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    void absorb(Device device, long at) {
        uses.merge(device, new Use(1, at, at), Use::plus);
    }

    void merge(Devices other) {
        other.uses.forEach((device, use) -> uses.merge(device, use, Use::plus));
    }

    void addTo(ObjectNode facts, Instant now) {
        ArrayNode all = facts.putArray("devices");
        uses.entrySet().stream()
                .sorted(LATEST_FIRST)
                .forEach(each -> all.addObject()
                        .put("type", each.getKey().type().wire())
                        .put("os", each.getKey().os().wire())
                        .put("events", each.getValue().calls())
                        .put("firstSeenAt", Micros.text(each.getValue().first(), now))
                        .put("lastSeenAt", Micros.text(each.getValue().last(), now)));
    }

    void write(StateOutput out) throws IOException {
        out.number(uses.size());
        for (Map.Entry<Device, Use> each : uses.entrySet()) {
            out.number(each.getKey().type().ordinal());
            out.number(each.getKey().os().ordinal());
            out.number(each.getValue().calls());
            out.number(each.getValue().first());
            out.number(each.getValue().last() - each.getValue().first());
        }
    }

    static Devices read(StateInput in) throws IOException {
        Devices devices = new Devices();
        int size = in.size();
        for (int i = 0; i < size; i++) {
            Device device = new Device(DeviceType.values()[in.size()], OsFamily.values()[in.size()]);
            long calls = in.number();
            long first = in.number();
            devices.uses.put(device, new Use(calls, first, first + in.number()));
        }
        return devices;
    }
}

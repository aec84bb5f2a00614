package io.rapport.events;

import java.util.Comparator;

/** A kind of device. People are told apart by their identifiers, so that no more is kept of what they hold in their hands. */
public record Device(DeviceType type, OsFamily os) implements Comparable<Device> {
    private static final Comparator<Device> ORDER =
            Comparator.comparing(Device::type).thenComparing(Device::os);

    @Override
    public int compareTo(Device other) {
        return ORDER.compare(this, other);
    }
}

package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.Device;
import io.rapport.profile.computed.device.ContextDevices;
import io.rapport.profile.computed.population.ProductIntervals;
import io.rapport.profile.value.PurchaseGaps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one person does, of all calls that were absorbed. The same calls are an equal state, whatever order they came in and
 * whichever way they were split over profiles that were merged later; each call counts as often as it is absorbed, so that the
 * caller has to see to it that it is once. Not for several threads.
 */
public final class Behaviour {
    private static final int VERSION = 3;

    private final Visits visits;
    private final Views views;
    private final Devices devices;
    private final Cart cart;
    private final Channels channels;
    private final Purchases purchases;
    private final Interests interests;
    private final Whereabouts whereabouts;
    private final Groups groups;

    /** Of somebody of whom nothing is known. */
    public Behaviour() {
        this(
                new Visits(),
                new Views(),
                new Devices(),
                new Cart(),
                new Channels(),
                new Purchases(),
                new Interests(),
                new Whereabouts(),
                new Groups());
    }

    private Behaviour(
            Visits visits,
            Views views,
            Devices devices,
            Cart cart,
            Channels channels,
            Purchases purchases,
            Interests interests,
            Whereabouts whereabouts,
            Groups groups) {
        this.visits = visits;
        this.views = views;
        this.devices = devices;
        this.cart = cart;
        this.channels = channels;
        this.purchases = purchases;
        this.interests = interests;
        this.whereabouts = whereabouts;
        this.groups = groups;
    }

    /** Computed anew from all calls of a person, in any order; it never needs a recomputation. */
    public static Behaviour of(Collection<Call> calls) {
        Behaviour behaviour = new Behaviour();
        calls.stream().sorted(Comparator.comparing(Call::micros)).forEach(behaviour::absorb);
        return behaviour;
    }

    public void absorb(Call call) {
        Optional<Device> device = ContextDevices.read(call.event().context());
        if (Visits.isActivity(call, device.isPresent())) {
            visits.absorb(call.micros());
            device.ifPresent(each -> devices.absorb(each, call.micros()));
        }
        views.absorb(call);
        cart.absorb(call);
        channels.absorb(call);
        purchases.absorb(call);
        interests.absorb(call);
        whereabouts.absorb(call);
        groups.absorb(call);
    }

    /** Takes in what another profile did, of which no call may be in both. */
    public void merge(Behaviour other) {
        visits.merge(other.visits);
        views.merge(other.views);
        devices.merge(other.devices);
        cart.merge(other.cart);
        channels.merge(other.channels);
        purchases.merge(other.purchases);
        interests.merge(other.interests);
        whereabouts.merge(other.whereabouts);
        groups.merge(other.groups);
    }

    /**
     * Whether session count and time on site are not exact any more: activity came that is older than the latest
     * {@value Visits#ROOM} sessions, or both of two merged profiles had more than so many. Then this state is to be replaced
     * by {@link #of}; all else in it is exact.
     */
    public boolean needsRecomputation() {
        return visits.isLost();
    }

    /** When which products were bought, for learning how often everybody does. */
    public Map<String, PurchaseGaps> purchaseGaps() {
        return purchases.gaps();
    }

    /** The same, with only their own purchases to tell when they need a product again. */
    public ObjectNode facts(Instant now, String currency) {
        return facts(now, currency, ProductIntervals.NONE);
    }

    /**
     * What conditions read below {@code computed.}; docs/guides/data.md lists it. Nothing in it changes with time alone, but
     * that moments ahead of now, by a client's clock, are shown as now.
     *
     * @param currency the deployment's, in which money is that names none
     */
    public ObjectNode facts(Instant now, String currency, ProductIntervals intervals) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        visits.addTo(facts, now);
        views.addTo(facts);
        devices.addTo(facts, now);
        cart.addTo(facts, now, currency);
        channels.addTo(facts, now);
        purchases.addTo(facts);
        facts.set("replenishment", intervals.replenishment(purchases.gaps()));
        interests.addTo(facts, purchases.orders());
        whereabouts.addTo(facts, now);
        groups.addTo(facts, now);
        return facts;
    }

    /** Equal states are equal bytes; 3 KB or so for a regular, see docs/guides/data.md for the bounds. */
    public byte[] toBytes() {
        StateOutput out = new StateOutput();
        try {
            out.number(VERSION);
            visits.write(out);
            views.write(out);
            devices.write(out);
            cart.write(out);
            channels.write(out);
            purchases.write(out);
            interests.write(out);
            whereabouts.write(out);
            groups.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether the bytes are of this version. */
    public static boolean isReadable(byte[] bytes) {
        try {
            return new StateInput(bytes).number() == VERSION;
        } catch (IOException e) {
            return false;
        }
    }

    /** The traits below {@code computed.} that a call may change; most of them may turn out the same as before. */
    public static Set<String> touchedBy(Call call) {
        return Touched.by(call);
    }

    /** The state in these bytes; bytes of another version or none are an {@link UncheckedIOException}. */
    public static Behaviour read(byte[] bytes) {
        StateInput in = new StateInput(bytes);
        try {
            long version = in.number();
            if (version != VERSION) {
                throw new IOException("Unknown version of a behaviour: " + version);
            }
            return new Behaviour(
                    Visits.read(in),
                    Views.read(in),
                    Devices.read(in),
                    Cart.read(in),
                    Channels.read(in),
                    Purchases.read(in),
                    Interests.read(in),
                    Whereabouts.read(in),
                    Groups.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Behaviour that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}

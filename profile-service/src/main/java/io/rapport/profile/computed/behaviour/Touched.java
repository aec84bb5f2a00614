package io.rapport.profile.computed.behaviour;

import io.rapport.events.EventType;
import java.util.HashSet;
import java.util.Set;

/** The traits that a call may change, by the part of the behaviour that takes it in. */
final class Touched {
    private static final Set<String> VISITS = Set.of(
            "firstVisitAt", "lastVisitAt", "sessionCount", "lastSessionStartedAt", "timeOnSiteSeconds", "devices");
    private static final Set<String> CART = Set.of("cart");
    private static final Set<String> CHANNELS = Set.of("channels");
    private static final Set<String> AFFINITY = Set.of("affinity");
    private static final Set<String> ORDER = Set.of("cart", "affinity", "daysBetweenOrders", "replenishment");

    private Touched() {}

    static Set<String> by(Call call) {
        Set<String> touched = new HashSet<>();
        if (call.event().context().has("location")) {
            touched.add("location");
        }
        if (call.type() == EventType.GROUP) {
            touched.add("groups");
        }
        if (MessageEvent.isOne(call)) {
            touched.addAll(CHANNELS);
            return touched;
        }
        if (Visits.isActivity(call, true)) {
            touched.addAll(VISITS);
        }
        Views.Counted counted = Views.Counted.of(call);
        if (counted != null) {
            touched.add(counted.trait());
        }
        touched.addAll(ofShop(call));
        return touched;
    }

    private static Set<String> ofShop(Call call) {
        if (call.is("Order Completed")) {
            return ORDER;
        }
        if (call.is("Product Removed")) {
            return CART;
        }
        if (call.is("Product Added")) {
            return Set.of("cart", "affinity");
        }
        return Interests.weight(call) > 0 ? AFFINITY : Set.of();
    }
}

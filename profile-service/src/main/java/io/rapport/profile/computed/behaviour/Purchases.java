package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.profile.value.PurchaseGaps;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The latest {@link #ROOM} orders with what was bought. An order that is announced more than once counts as its latest
 * announcement has it: only so is the latest one enough to know. What was paid is not in here, it is the order book's.
 */
final class Purchases {
    static final int ROOM = 64;

    private final Map<Long, Bought> orders = new HashMap<>();

    void absorb(Call call) {
        String orderId =
                call.is("Order Completed") ? Texts.of(call.event().properties().path("order_id")) : "";
        if (!orderId.isEmpty()) {
            add(Bought.of(call, orderId));
        }
    }

    private void add(Bought bought) {
        orders.merge(bought.order(), bought, Bought::laterOf);
        if (orders.size() > ROOM) {
            orders.remove(Collections.min(orders.values()).order());
        }
    }

    void merge(Purchases other) {
        other.orders.values().forEach(this::add);
    }

    Collection<Bought> orders() {
        return orders.values();
    }

    /** Between the first and the last of the orders that are kept. */
    void addTo(ObjectNode facts) {
        if (orders.size() > 1) {
            long first = Collections.min(orders.values()).at();
            long last = Collections.max(orders.values()).at();
            facts.put("daysBetweenOrders", Rounded.toTwoPlaces(Micros.days(last - first) / (orders.size() - 1)));
        }
    }

    Map<String, PurchaseGaps> gaps() {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        for (Bought bought : orders.values()) {
            LocalDate day = LocalDate.ofEpochDay(Micros.day(bought.at()));
            for (BoughtLine line : bought.lines()) {
                if (!line.product().isEmpty()) {
                    days.computeIfAbsent(line.product(), any -> new TreeSet<>()).add(day);
                }
            }
        }
        Map<String, PurchaseGaps> gaps = new TreeMap<>();
        days.forEach((product, on) -> gaps.put(product, PurchaseGaps.of(on)));
        return Collections.unmodifiableMap(gaps);
    }

    void write(StateOutput out) throws IOException {
        List<Bought> sorted = orders.values().stream().sorted().toList();
        out.number(sorted.size());
        long before = 0;
        for (Bought bought : sorted) {
            bought.write(out, before);
            before = bought.at();
        }
    }

    static Purchases read(StateInput in) throws IOException {
        Purchases purchases = new Purchases();
        int size = in.size();
        long before = 0;
        for (int i = 0; i < size; i++) {
            Bought bought = Bought.read(in, before);
            purchases.orders.put(bought.order(), bought);
            before = bought.at();
        }
        return purchases;
    }
}

package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in the cart: what the latest {@link #ROOM} changes since the last order, one after the other by their own time, come
 * to. No quantity falls below nothing, and a price is the latest that was said.
 */
final class Cart {
    static final int ROOM = 256;

    private final List<CartMark> marks = new ArrayList<>();
    private long emptied = Micros.NEVER;

    private record Line(int quantity, Price price) {}

    void absorb(Call call) {
        if (call.is("Product Added")) {
            add(CartMark.added(call));
        } else if (call.is("Product Removed")) {
            add(CartMark.removed(call));
        } else if (call.is("Order Completed")) {
            empty(call.micros());
        }
    }

    private void add(CartMark mark) {
        if (mark.isEmpty() || mark.at() <= emptied) {
            return;
        }
        int found = Collections.binarySearch(marks, mark);
        marks.add(found < 0 ? -found - 1 : found, mark);
        if (marks.size() > ROOM) {
            marks.remove(0);
        }
    }

    private void empty(long at) {
        emptied = Math.max(emptied, at);
        marks.removeIf(mark -> mark.at() <= emptied);
    }

    void merge(Cart other) {
        empty(other.emptied);
        other.marks.forEach(this::add);
    }

    void addTo(ObjectNode facts, Instant now, String currency) {
        if (marks.isEmpty() && emptied == Micros.NEVER) {
            return;
        }
        ObjectNode cart = facts.putObject("cart");
        ArrayNode items = cart.putArray("items");
        Map<String, Price> values = new TreeMap<>();
        values.put(currency, new Price(0, currency));
        long count = 0;
        for (Map.Entry<String, Line> each : lines(currency).entrySet()) {
            Line line = each.getValue();
            count += line.quantity();
            ObjectNode item = items.addObject().put("productId", each.getKey()).put("quantity", line.quantity());
            if (line.price().isSaid()) {
                item.set("price", line.price().toJson());
                Price value = new Price(
                        line.price().amount() * line.quantity(), line.price().currency());
                values.merge(
                        value.currency(),
                        value,
                        (one, more) -> new Price(one.amount() + more.amount(), one.currency()));
            }
        }
        cart.put("itemCount", count);
        cart.set("value", values.remove(currency).toJson());
        ArrayNode others = cart.putArray("otherValue");
        values.values().forEach(value -> others.add(value.toJson()));
        cart.put(
                "updatedAt",
                Micros.text(
                        marks.isEmpty() ? emptied : marks.get(marks.size() - 1).at(), now));
    }

    private Map<String, Line> lines(String currency) {
        Map<String, Line> lines = new TreeMap<>();
        Line none = new Line(0, Price.UNSAID);
        for (CartMark mark : marks) {
            Line before = lines.getOrDefault(mark.product(), none);
            Price price = mark.price().isSaid() ? mark.price().in(currency) : before.price();
            lines.put(mark.product(), new Line(Math.max(0, before.quantity() + mark.change()), price));
        }
        lines.values().removeIf(line -> line.quantity() == 0);
        return lines;
    }

    void write(StateOutput out) throws IOException {
        out.number(emptied);
        out.number(marks.size());
        long before = 0;
        for (CartMark mark : marks) {
            mark.write(out, before);
            before = mark.at();
        }
    }

    static Cart read(StateInput in) throws IOException {
        Cart cart = new Cart();
        cart.emptied = in.number();
        int size = in.size();
        long before = 0;
        for (int i = 0; i < size; i++) {
            CartMark mark = CartMark.read(in, before);
            cart.marks.add(mark);
            before = mark.at();
        }
        return cart;
    }
}

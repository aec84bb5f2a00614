package io.rapport.profile.computed.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.profile.condition.value.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * What one event does to the cart.
 *
 * @param at in microseconds since 1970
 * @param change of the quantity, {@link #ALL} less where all of it goes
 */
record CartMark(long at, String product, int change, Price price) implements Comparable<CartMark> {
    private static final int MOST = 10_000;
    private static final int ALL = 1 << 24;
    private static final Comparator<CartMark> ORDER = Comparator.comparingLong(CartMark::at)
            .thenComparing(CartMark::product)
            .thenComparingInt(CartMark::change)
            .thenComparing(CartMark::price);

    static CartMark added(Call call) {
        return new CartMark(
                call.micros(),
                product(call),
                quantity(call, 1),
                Price.of(
                        call.event().properties(),
                        Price.currencyOf(
                                call.event().properties(),
                                call.event().properties().path("price"))));
    }

    /** Without a quantity it is the whole line that goes. */
    static CartMark removed(Call call) {
        return new CartMark(call.micros(), product(call), -quantity(call, ALL), Price.UNSAID);
    }

    private static String product(Call call) {
        return Products.id(call.event().properties());
    }

    private static int quantity(Call call, int unsaid) {
        JsonNode node = call.event().properties().path("quantity");
        if (node.isMissingNode() || node.isNull()) {
            return unsaid;
        }
        BigDecimal said = Decimals.of(node);
        BigDecimal most = BigDecimal.valueOf(MOST);
        return said == null || said.signum() <= 0
                ? 0
                : said.setScale(0, RoundingMode.CEILING).min(most).intValueExact();
    }

    boolean isEmpty() {
        return product.isEmpty() || change == 0;
    }

    @Override
    public int compareTo(CartMark other) {
        return ORDER.compare(this, other);
    }

    void write(StateOutput out, long before) throws IOException {
        out.number(at - before);
        out.text(product);
        out.number(change);
        out.number(price.amount());
        out.text(price.currency());
    }

    static CartMark read(StateInput in, long before) throws IOException {
        return new CartMark(before + in.number(), in.text(), in.size(), new Price(in.number(), in.text()));
    }
}

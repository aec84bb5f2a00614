package io.rapport.profile.computed.population;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.profile.value.PurchaseGaps;
import io.rapport.profile.value.Replenishment;
import io.rapport.profile.value.TypicalInterval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often everybody buys each product again, and with that when somebody needs it next. */
public record ProductIntervals(Map<String, TypicalInterval> products) {
    /** Of a shop of which nothing is learnt yet: everybody's own purchases are all that is known. */
    public static final ProductIntervals NONE = new ProductIntervals(Map.of());

    private static final int MOST = 50;
    private static final Comparator<Due> SOONEST_FIRST =
            Comparator.comparing((Due due) -> due.next.due()).thenComparing(Due::product);

    private record Due(String product, PurchaseGaps gaps, Replenishment next) {}

    public ProductIntervals {
        products = Map.copyOf(products);
    }

    /** Learnt from all customers' purchases; a product that nobody bought again is not in it. */
    public static ProductIntervals of(Collection<Map<String, PurchaseGaps>> customers) {
        Map<String, List<PurchaseGaps>> byProduct = new HashMap<>();
        customers.forEach(each -> each.forEach((product, gaps) ->
                byProduct.computeIfAbsent(product, any -> new ArrayList<>()).add(gaps)));
        Map<String, TypicalInterval> intervals = new HashMap<>();
        byProduct.forEach(
                (product, gaps) -> TypicalInterval.of(gaps).ifPresent(interval -> intervals.put(product, interval)));
        return new ProductIntervals(intervals);
    }

    /** When the customer needs the product next; empty if nobody whom it was learnt from, nor they, bought it again. */
    public Optional<Replenishment> next(String product, PurchaseGaps customer) {
        return Optional.ofNullable(products.get(product))
                .or(() -> TypicalInterval.of(List.of(customer)))
                .map(interval -> interval.next(customer));
    }

    /** The computed trait: the {@value #MOST} products that are due the soonest, by what the customer bought when. */
    public ArrayNode replenishment(Map<String, PurchaseGaps> customer) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        customer.entrySet().stream()
                .flatMap(
                        each -> next(each.getKey(), each.getValue())
                                .map(next -> new Due(each.getKey(), each.getValue(), next))
                                .stream())
                .sorted(SOONEST_FIRST)
                .limit(MOST)
                .forEach(due -> all.addObject()
                        .put("productId", due.product())
                        .put("purchases", due.gaps().days().size() + 1)
                        .put("intervalDays", Math.round(due.next().intervalDays()))
                        .put("lastBoughtOn", due.gaps().last().toString())
                        .put("dueOn", due.next().due().toString())
                        .put("earliestOn", due.next().earliest().toString())
                        .put("latestOn", due.next().latest().toString()));
        return all;
    }
}

package io.rapport.profile.order;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.profile.sql.LostRace;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Takes in evidence on orders and keeps what it adds up to, in the transaction of the events that bring it. */
@ApplicationScoped
public class OrderBook {
    private final OrderStore store;
    private final String currency;

    public OrderBook(OrderStore store, PlatformConfig config) {
        this.store = store;
        this.currency = config.currency();
    }

    /** Whose orders these are, so that their profiles can be locked before the orders are. */
    public Uni<Set<UUID>> owners(SqlClient client, Collection<String> orders) {
        return orders.isEmpty() ? Uni.createFrom().item(Set.of()) : store.owners(client, orders);
    }

    /**
     * Takes in evidence and merges. An order whose profile is not locked is a {@link LostRace}.
     *
     * @param survivors where merged profiles went
     */
    public Uni<Void> take(
            SqlClient transaction, List<OrderEvidence> fresh, Map<UUID, UUID> survivors, Predicate<UUID> isLocked) {
        if (fresh.isEmpty() && survivors.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> orders = new TreeSet<>();
        fresh.forEach(evidence -> orders.add(evidence.orderId()));
        return reassigned(transaction, survivors).chain(moved -> {
            orders.addAll(moved);
            return add(transaction, fresh, orders, survivors, isLocked);
        });
    }

    /** Adds up anew what changes hands when a profile is taken apart; both rows are locked and the events moved already. */
    public Uni<Void> separate(SqlClient transaction, UUID remaining, UUID separated) {
        Set<UUID> both = Set.of(remaining, separated);
        return store.separate(transaction, remaining, separated)
                .chain(orders -> add(transaction, List.of(), orders, Map.of(), both::contains));
    }

    private Uni<Set<String>> reassigned(SqlClient transaction, Map<UUID, UUID> survivors) {
        return survivors.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : store.reassign(transaction, survivors).call(() -> store.forgetFacts(transaction, survivors.keySet()));
    }

    private Uni<Void> add(
            SqlClient transaction,
            List<OrderEvidence> fresh,
            Set<String> orders,
            Map<UUID, UUID> survivors,
            Predicate<UUID> isLocked) {
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> touched = new HashSet<>();
        return store.lock(transaction, orders)
                .invoke(owners -> owners.forEach(owner -> touched.add(survivors.getOrDefault(owner, owner))))
                .chain(() -> store.append(transaction, fresh))
                .chain(() -> store.evidence(transaction, orders))
                .map(evidence -> added(evidence.values(), touched))
                .invoke(added -> check(touched, isLocked))
                .chain(added -> store.write(transaction, added))
                .chain(() -> store.recount(transaction, new TreeSet<>(touched), currency));
    }

    private List<CustomerOrder> added(Collection<List<OrderEvidence>> evidence, Set<UUID> touched) {
        List<CustomerOrder> orders = evidence.stream()
                .flatMap(each -> OrderLedger.add(each, currency).stream())
                .toList();
        orders.forEach(order -> touched.add(order.profileId()));
        return orders;
    }

    public Uni<Void> erase(SqlClient transaction, Collection<UUID> profiles) {
        return store.erase(transaction, profiles);
    }

    private static void check(Set<UUID> touched, Predicate<UUID> isLocked) {
        if (!touched.stream().allMatch(isLocked)) {
            throw new LostRace("an order changed hands");
        }
    }
}

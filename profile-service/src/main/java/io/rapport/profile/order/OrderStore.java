package io.rapport.profile.order;

import io.rapport.events.EventsJson;
import io.rapport.profile.order.OrderEvidence.Kind;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence ({@code order_evidence}), what it adds up to ({@code customer_order}: one row per order id, which is also the
 * order's lock) and the sums per profile ({@code order_facts}).
 */
@ApplicationScoped
class OrderStore {
    private static final String OWNERS =
            "select profile_id from customer_order where order_id = any($1) and profile_id is not null";
    private static final String ENSURE = "insert into customer_order (order_id) "
            + "select o from unnest($1::text[]) o order by o on conflict do nothing";
    private static final String LOCK =
            "select profile_id from customer_order where order_id = any($1) " + "order by order_id for update";
    /** An order of a third person stays as it is, for nobody's word on it but that person's or the back end's counts. */
    private static final String REASSIGN = "with moved as (update order_evidence e set profile_id = m.survivor "
            + "from unnest($1::uuid[], $2::uuid[]) m (loser, survivor) where e.profile_id = m.loser returning e.order_id) "
            + "select distinct order_id from moved join customer_order o using (order_id) "
            + "where o.profile_id is null or o.profile_id = any($1) or o.profile_id = any($2)";

    private static final String SEPARATE = "with moved as (update order_evidence e set profile_id = $2 from event v "
            + "where e.profile_id = $1 and v.profile_id = $2 and v.source_id = e.source_id "
            + "and v.message_id = e.message_id returning e.order_id) "
            + "select distinct order_id from moved join customer_order o using (order_id) "
            + "where o.profile_id is null or o.profile_id in ($1, $2)";

    private static final String ERASE_EVIDENCE = "delete from order_evidence where profile_id = any($1) "
            + "or order_id in (select order_id from customer_order where profile_id = any($1))";
    private static final String APPEND =
            "insert into order_evidence (order_id, kind, profile_id, trusted, at, source_id, "
                    + "message_id, amount, currency, categories, lines) "
                    + "select o, k, p, t, a, s, m, n::numeric, c, g::jsonb, l::jsonb from unnest($1::text[], $2::text[], "
                    + "$3::uuid[], $4::boolean[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[], "
                    + "$10::text[], $11::text[]) as u (o, k, p, t, a, s, m, n, c, g, l) on conflict do nothing";
    private static final String EVIDENCE = "select order_id, kind, profile_id, trusted, at, source_id, message_id, "
            + "amount::text as amount, currency, categories::text as categories, lines::text as lines from order_evidence "
            + "where order_id = any($1)";
    private static final String WRITE =
            "update customer_order o set profile_id = u.p, completed_at = u.a, currency = u.c, "
                    + "total = u.t::numeric, refunded = u.r::numeric, cancelled = u.x, net = u.n::numeric, categories = u.g::jsonb "
                    + "from unnest($1::text[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::boolean[], "
                    + "$8::text[], $9::text[]) as u (o, p, a, c, t, r, x, n, g) where o.order_id = u.o";
    private static final String RECOUNT = "insert into order_facts (profile_id, order_count, standing_count, revenue, "
            + "other_revenue, first_order_at, last_order_at) "
            + "select p.id, count(o.order_id), count(*) filter (where o.currency = $2 and not o.cancelled), "
            + "coalesce(sum(o.net) filter (where o.currency = $2), 0), "
            + "coalesce((select jsonb_object_agg(currency, net::text) from (select currency, sum(net) as net "
            + "from customer_order x where x.profile_id = p.id and x.currency <> $2 group by currency) s), '{}'), "
            + "min(o.completed_at), max(o.completed_at) "
            + "from unnest($1::uuid[]) p (id) left join customer_order o on o.profile_id = p.id group by p.id "
            + "order by p.id on conflict (profile_id) do update set order_count = excluded.order_count, "
            + "standing_count = excluded.standing_count, revenue = excluded.revenue, "
            + "other_revenue = excluded.other_revenue, first_order_at = excluded.first_order_at, "
            + "last_order_at = excluded.last_order_at";

    /** Whose these orders are at the moment. */
    Uni<Set<UUID>> owners(SqlClient client, Collection<String> orders) {
        return client.preparedQuery(OWNERS).execute(Columns.texts(orders)).map(OrderStore::ids);
    }

    /** Holds each of the orders, known or not, until the transaction ends; whose they were. */
    Uni<Set<UUID>> lock(SqlClient transaction, Collection<String> orders) {
        Tuple values = Columns.texts(orders);
        return transaction
                .preparedQuery(ENSURE)
                .execute(values)
                .chain(() -> transaction.preparedQuery(LOCK).execute(values))
                .map(OrderStore::ids);
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        for (Row row : rows) {
            UUID id = row.getUUID(0);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** Gives the merged profiles' evidence to their survivors; the orders that it may change. */
    Uni<Set<String>> reassign(SqlClient transaction, Map<UUID, UUID> survivors) {
        Tuple values = Columns.of(survivors.entrySet())
                .uuid(Map.Entry::getKey)
                .uuid(Map.Entry::getValue)
                .tuple();
        return transaction.preparedQuery(REASSIGN).execute(values).map(rows -> {
            Set<String> orders = new HashSet<>();
            rows.forEach(row -> orders.add(row.getString(0)));
            return orders;
        });
    }

    /** Gives a separated profile the evidence in the events that are its own by now; the orders that it may change. */
    Uni<Set<String>> separate(SqlClient transaction, UUID remaining, UUID separated) {
        return transaction
                .preparedQuery(SEPARATE)
                .execute(Tuple.of(remaining, separated))
                .map(rows -> {
                    Set<String> orders = new HashSet<>();
                    rows.forEach(row -> orders.add(row.getString(0)));
                    return orders;
                });
    }

    Uni<Void> append(SqlClient transaction, List<OrderEvidence> evidence) {
        if (evidence.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(evidence)
                .text(OrderEvidence::orderId)
                .text(each -> each.kind().name())
                .uuid(OrderEvidence::profileId)
                .bool(OrderEvidence::trusted)
                .time(OrderEvidence::at)
                .text(OrderEvidence::sourceId)
                .text(OrderEvidence::messageId)
                .text(each -> plain(each.amount()))
                .text(OrderEvidence::currency)
                .text(each -> json(each.categories()))
                .text(each -> OrderJson.lines(each.lines()))
                .tuple();
        return transaction.preparedQuery(APPEND).execute(values).replaceWithVoid();
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static String json(Map<String, Integer> categories) {
        return EventsJson.mapper().valueToTree(categories).toString();
    }

    /** All that is known of the orders, by order id. */
    Uni<Map<String, List<OrderEvidence>>> evidence(SqlClient transaction, Collection<String> orders) {
        return transaction
                .preparedQuery(EVIDENCE)
                .execute(Columns.texts(orders))
                .map(rows -> {
                    Map<String, List<OrderEvidence>> byOrder = new HashMap<>();
                    for (Row row : rows) {
                        OrderEvidence evidence = evidence(row);
                        byOrder.computeIfAbsent(evidence.orderId(), order -> new ArrayList<>())
                                .add(evidence);
                    }
                    return byOrder;
                });
    }

    private static OrderEvidence evidence(Row row) {
        String amount = row.getString("amount");
        return new OrderEvidence(
                row.getString("order_id"),
                Kind.valueOf(row.getString("kind")),
                row.getUUID("profile_id"),
                row.getBoolean("trusted"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("source_id"),
                row.getString("message_id"),
                amount == null ? null : new BigDecimal(amount),
                row.getString("currency"),
                OrderJson.categories(row.getString("categories")),
                OrderJson.lines(row.getString("lines")));
    }

    Uni<Void> write(SqlClient transaction, List<CustomerOrder> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.of(orders)
                .text(CustomerOrder::orderId)
                .uuid(CustomerOrder::profileId)
                .time(CustomerOrder::completedAt)
                .text(CustomerOrder::currency)
                .text(order -> plain(order.total()))
                .text(order -> plain(order.refunded()))
                .bool(CustomerOrder::cancelled)
                .text(order -> plain(order.net()))
                .text(order -> json(order.categories()))
                .tuple();
        return transaction.preparedQuery(WRITE).execute(values).replaceWithVoid();
    }

    /** Adds up the profiles' orders anew: few, and no drift whatever came in between. */
    Uni<Void> recount(SqlClient transaction, Collection<UUID> profiles, String currency) {
        if (profiles.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Columns.ids(profiles).addString(currency);
        return transaction.preparedQuery(RECOUNT).execute(values).replaceWithVoid();
    }

    /** With the profiles' orders goes what others said of them, or it would make the orders somebody else's. */
    Uni<Void> erase(SqlClient transaction, Collection<UUID> profiles) {
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(ERASE_EVIDENCE).execute(Columns.ids(profiles)),
                        delete(transaction, "customer_order", profiles),
                        forgetFacts(transaction, profiles))
                .discardItems();
    }

    private static Uni<Void> delete(SqlClient transaction, String table, Collection<UUID> profiles) {
        return transaction
                .preparedQuery("delete from " + table + " where profile_id = any($1)")
                .execute(Columns.ids(profiles))
                .replaceWithVoid();
    }

    Uni<Void> forgetFacts(SqlClient transaction, Collection<UUID> profiles) {
        return delete(transaction, "order_facts", profiles);
    }
}

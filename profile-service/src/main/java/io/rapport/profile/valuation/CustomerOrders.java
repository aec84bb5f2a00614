package io.rapport.profile.valuation;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.profile.value.Purchase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What customers paid, in the deployment's currency: net of refunds and without cancelled orders. */
@ApplicationScoped
class CustomerOrders {
    /** Of so many customers the models are learnt at most; more would change no figure that is shown. */
    static final int SAMPLE = 50_000;

    private static final String PAID = "select profile_id, (completed_at at time zone 'UTC')::date, net::float8 "
            + "from customer_order where currency = $1 and not cancelled and completed_at is not null ";
    private static final String OF = PAID + "and profile_id = any($2)";
    private static final String ALL =
            PAID + "and profile_id is not null and mod(abs(hashtextextended(profile_id::text, 0)), $2) = 0";
    private static final String ONE_IN =
            "select greatest(1, ceil(count(*) / $1::numeric))::bigint from order_facts where order_count > 0";
    private static final String COUNT = "select count(*) from (select from customer_order limit $1) counted";
    private static final String NEXT =
            "select p.id from profile p join order_facts f on f.profile_id = p.id where p.id > $1 "
                    + "and p.merged_into is null and p.erased_at is null order by p.id limit $2 for update of p";

    private final String currency;

    CustomerOrders(PlatformConfig config) {
        this.currency = config.currency();
    }

    /** How many orders there are, counted up to a limit. */
    Uni<Long> count(SqlClient client, long limit) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(limit))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Of everybody, or of as many as {@link #SAMPLE}, the same ones each time. */
    Uni<Collection<List<Purchase>>> sample(SqlClient client) {
        return client.preparedQuery(ONE_IN)
                .execute(Tuple.of(SAMPLE))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(oneIn -> client.preparedQuery(ALL).execute(Tuple.of(currency, oneIn)))
                .map(rows -> byCustomer(rows).values());
    }

    Uni<Map<UUID, List<Purchase>>> of(SqlClient client, Collection<UUID> customers) {
        Tuple values = Tuple.of(currency).addArrayOfUUID(customers.toArray(UUID[]::new));
        return client.preparedQuery(OF).execute(values).map(CustomerOrders::byCustomer);
    }

    private static Map<UUID, List<Purchase>> byCustomer(RowSet<Row> rows) {
        Map<UUID, List<Purchase>> orders = new HashMap<>();
        for (Row row : rows) {
            orders.computeIfAbsent(row.getUUID(0), id -> new ArrayList<>())
                    .add(new Purchase(row.getLocalDate(1), row.getDouble(2)));
        }
        return orders;
    }

    /** The next customers in the order of their ids, with their profiles' rows locked. */
    Uni<List<UUID>> lockNext(SqlConnection transaction, UUID after, int most) {
        return transaction.preparedQuery(NEXT).execute(Tuple.of(after, most)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID(0)));
            return ids;
        });
    }
}

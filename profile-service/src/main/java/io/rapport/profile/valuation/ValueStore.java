package io.rapport.profile.valuation;

import io.rapport.platform.config.PlatformConfig;
import io.rapport.profile.computed.population.ValueTraits;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Rows of {@code customer_value}. */
@ApplicationScoped
class ValueStore {
    private static final String WRITE = "insert into customer_value (profile_id, traits) "
            + "select p, t::jsonb from unnest($1::uuid[], $2::text[]) u (p, t) order by p "
            + "on conflict (profile_id) do update set traits = case when excluded.traits ? 'lifetimeValue' "
            + "then excluded.traits else customer_value.traits || excluded.traits end "
            + "where customer_value.traits is distinct from excluded.traits";
    private static final String DELETE = "delete from customer_value where profile_id = any($1)";

    private final String currency;

    ValueStore(PlatformConfig config) {
        this.currency = config.currency();
    }

    Uni<Void> write(SqlClient transaction, Map<UUID, ValueTraits> values) {
        return values.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(WRITE)
                        .execute(Columns.of(values.entrySet())
                                .uuid(Map.Entry::getKey)
                                .text(each -> each.getValue().toJson(currency).toString())
                                .tuple())
                        .replaceWithVoid();
    }

    /** Of customers of whom no order stands. */
    Uni<Void> delete(SqlClient transaction, Collection<UUID> customers) {
        return customers.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(DELETE)
                        .execute(Columns.ids(customers))
                        .replaceWithVoid();
    }
}

package io.rapport.profile.membership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.events.EventsJson;
import io.rapport.events.Purpose;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.consent.ConsentGate;
import io.rapport.profile.computed.behaviour.Behaviour;
import io.rapport.profile.computed.store.LearntIntervals;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what segments ask of profiles besides their events, as the transaction has left it. */
@ApplicationScoped
class PersonStore {
    private static final int AVERAGE_DECIMALS = 2;
    private static final String READ = "select p.id, p.sequence, p.first_seen_at, p.last_seen_at, "
            + "p.traits::text as traits, coalesce(f.order_count, 0) as order_count, "
            + "coalesce(f.standing_count, 0) as standing_count, coalesce(f.revenue, 0) as revenue, "
            + "f.first_order_at, f.last_order_at, b.state as behaviour, v.traits::text as value from profile p "
            + "left join order_facts f on f.profile_id = p.id left join customer_value v on v.profile_id = p.id "
            + "left join behaviour b on b.profile_id = p.id and not p.id = any($2) "
            + "where p.id = any($1) and p.merged_into is null and p.erased_at is null";

    private static final String FAVOURITES =
            "select p.id, (select jsonb_agg(jsonb_build_object('category', c.category, "
                    + "'count', c.n) order by c.n desc, c.category)::text from (select category, sum(n)::int as n from "
                    + "(select category, interest as n from profile_category where profile_id = p.id union all "
                    + "select e.key, e.value::int from customer_order o, jsonb_each_text(o.categories) e "
                    + "where o.profile_id = p.id) counted group by category order by sum(n) desc, category limit 10) c) as favourites "
                    + "from unnest($1::uuid[]) p (id)";

    private final ConsentGate gate;
    private final String currency;
    private final LearntIntervals intervals;
    private final InstantSource clock;

    PersonStore(ConsentGate gate, PlatformConfig config, LearntIntervals intervals, InstantSource clock) {
        this.gate = gate;
        this.currency = config.currency();
        this.intervals = intervals;
        this.clock = clock;
    }

    /**
     * Those of the profiles that stand for themselves.
     *
     * @param behaviours that are at hand already
     */
    Uni<Map<UUID, Person>> read(SqlClient client, Collection<UUID> profiles, Map<UUID, Behaviour> behaviours) {
        Tuple values = Columns.ids(profiles).addArrayOfUUID(behaviours.keySet().toArray(UUID[]::new));
        return Uni.combine()
                .all()
                .unis(client.preparedQuery(READ).execute(values), gate.allowed(client, profiles))
                .with((rows, allowed) -> persons(rows, behaviours, allowed));
    }

    /** Gives the favourite categories to those who have none yet. */
    Uni<Void> readFavourites(SqlClient client, Collection<Person> persons) {
        Map<UUID, Person> without = new HashMap<>();
        persons.stream().filter(person -> !person.hasFavourites()).forEach(person -> without.put(person.id(), person));
        return without.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(FAVOURITES)
                        .execute(Columns.ids(without.keySet()))
                        .invoke(rows -> rows.forEach(row -> {
                            String favourites = row.getString(1);
                            without.get(row.getUUID(0)).favourites(json(favourites == null ? "[]" : favourites));
                        }))
                        .replaceWithVoid();
    }

    private Map<UUID, Person> persons(
            RowSet<Row> rows, Map<UUID, Behaviour> behaviours, Map<UUID, Set<Purpose>> allowed) {
        Map<UUID, Person> persons = new HashMap<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            Set<Purpose> consents = Objects.requireNonNull(allowed.get(id));
            persons.put(
                    id,
                    new Person(
                            id,
                            row.getLong("sequence"),
                            json(row.getString("traits")),
                            () -> computed(row, behaviours.get(id)),
                            consents));
        }
        return persons;
    }

    private ObjectNode computed(Row row, @Nullable Behaviour known) {
        ObjectNode computed = Computed.seen(
                row.getOffsetDateTime("first_seen_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant());
        int standing = row.getInteger("standing_count");
        BigDecimal revenue = row.getBigDecimal("revenue");
        computed.put("orderCount", row.getInteger("order_count"));
        money(computed, "revenue", revenue);
        if (standing > 0) {
            money(
                    computed,
                    "averageOrder",
                    revenue.divide(BigDecimal.valueOf(standing), AVERAGE_DECIMALS, RoundingMode.HALF_UP));
        }
        time(computed, "firstOrderAt", row.getOffsetDateTime("first_order_at"));
        time(computed, "lastOrderAt", row.getOffsetDateTime("last_order_at"));
        String value = row.getString("value");
        if (value != null) {
            computed.setAll((ObjectNode) json(value));
        }
        Buffer state = row.getBuffer("behaviour");
        boolean isReadable = state != null && Behaviour.isReadable(state.getBytes());
        Behaviour behaviour = isReadable ? Behaviour.read(state.getBytes()) : known;
        return behaviour == null
                ? computed
                : computed.setAll(behaviour.facts(clock.instant(), currency, intervals.present()));
    }

    /** Who is merged brings along what the survivor has none of, until it is learnt anew. */
    Uni<Void> inheritValues(SqlClient transaction, Map<UUID, UUID> survivors) {
        return survivors.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery("insert into customer_value (profile_id, traits) select m.survivor, v.traits "
                                + "from unnest($1::uuid[], $2::uuid[]) m (loser, survivor) "
                                + "join customer_value v on v.profile_id = m.loser order by 1 on conflict do nothing")
                        .execute(Columns.of(survivors.entrySet())
                                .uuid(Map.Entry::getKey)
                                .uuid(Map.Entry::getValue)
                                .tuple())
                        .replaceWithVoid();
    }

    Uni<Void> forgetValue(SqlClient transaction, Collection<UUID> profiles) {
        return transaction
                .preparedQuery("delete from customer_value where profile_id = any($1)")
                .execute(Columns.ids(profiles))
                .replaceWithVoid();
    }

    private void money(ObjectNode computed, String name, BigDecimal amount) {
        computed.putObject(name).put("amount", amount.toPlainString()).put("currency", currency);
    }

    private static void time(ObjectNode computed, String name, @Nullable OffsetDateTime at) {
        Computed.put(computed, name, at == null ? null : at.toInstant());
    }

    private static JsonNode json(String text) {
        return EventsJson.read(text.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}

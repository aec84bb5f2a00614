package io.rapport.recommendation.interaction;

import io.rapport.platform.privacy.PersonalStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The interactions' table. */
@ApplicationScoped
class InteractionStore implements PersonalStore {
    private static final String INSERT =
            "insert into interaction (event_id, profile_id, kind, product_id, at, quantity, order_id) "
                    + "select * from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::timestamptz[], "
                    + "$6::integer[], $7::text[]) on conflict do nothing";
    private static final String MOVE = "with moved as (delete from interaction where profile_id = $1 returning *) "
            + "insert into interaction (event_id, profile_id, kind, product_id, at, quantity, order_id) "
            + "select event_id, $2, kind, product_id, at, quantity, order_id from moved on conflict do nothing";

    private static final String SEPARATE =
            "with moved as (delete from interaction where profile_id = $1 and event_id = any($3::uuid[]) returning *) "
                    + "insert into interaction (event_id, profile_id, kind, product_id, at, quantity, order_id) "
                    + "select event_id, $2, kind, product_id, at, quantity, order_id from moved on conflict do nothing";

    private static final String TAKE_BACK = "delete from interaction i using interaction c "
            + "where c.profile_id = any($1::uuid[]) and c.kind = 6 and i.kind = 5 "
            + "and i.profile_id = c.profile_id and i.order_id = c.order_id";

    /** Stores what is not stored yet, takes cancelled orders back, and says how many rows that were. */
    Uni<Integer> insert(SqlClient transaction, List<Interaction> interactions) {
        if (interactions.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Set<UUID> customers = interactions.stream()
                .filter(one -> one.orderId() != null)
                .map(Interaction::profileId)
                .collect(Collectors.toSet());
        return transaction
                .preparedQuery(INSERT)
                .execute(columns(interactions))
                .map(SqlResult::rowCount)
                .chain(stored -> takeBack(transaction, customers).map(taken -> stored + taken));
    }

    /** Looks at how things stand, so it does not matter whether the order or its cancellation was told first. */
    private static Uni<Integer> takeBack(SqlClient transaction, Set<UUID> customers) {
        return customers.isEmpty()
                ? Uni.createFrom().item(0)
                : transaction
                        .preparedQuery(TAKE_BACK)
                        .execute(Tuple.of(customers.toArray(UUID[]::new)))
                        .map(SqlResult::rowCount);
    }

    private static Tuple columns(List<Interaction> interactions) {
        return Tuple.tuple()
                .addArrayOfUUID(interactions.stream().map(Interaction::eventId).toArray(UUID[]::new))
                .addArrayOfUUID(
                        interactions.stream().map(Interaction::profileId).toArray(UUID[]::new))
                .addArrayOfShort(interactions.stream().map(i -> i.kind().code()).toArray(Short[]::new))
                .addArrayOfString(
                        interactions.stream().map(Interaction::productId).toArray(String[]::new))
                .addArrayOfOffsetDateTime(interactions.stream()
                        .map(i -> i.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfInteger(
                        interactions.stream().map(Interaction::quantity).toArray(Integer[]::new))
                .addArrayOfString(
                        interactions.stream().map(Interaction::orderId).toArray(String[]::new));
    }

    @Override
    public Set<String> tables() {
        return Set.of("interaction");
    }

    @Override
    public Uni<Void> merge(SqlClient transaction, UUID survivor, UUID loser) {
        return transaction
                .preparedQuery(MOVE)
                .execute(Tuple.of(loser, survivor))
                .chain(() -> takeBack(transaction, Set.of(survivor)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> unmerge(SqlClient transaction, UUID remaining, UUID separated, Collection<UUID> events) {
        return transaction
                .preparedQuery(SEPARATE)
                .execute(Tuple.of(remaining, separated, events.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> erase(SqlClient transaction, UUID profile) {
        return forget(transaction, profile).replaceWithVoid();
    }

    /** Erases, and says whether there was anything. */
    Uni<Boolean> forget(SqlClient transaction, UUID profile) {
        return transaction
                .preparedQuery("delete from interaction where profile_id = $1")
                .execute(Tuple.of(profile))
                .map(rows -> rows.rowCount() > 0);
    }
}

package io.rapport.platform.consent;

import io.quarkus.arc.properties.IfBuildProperty;
import io.rapport.events.ConsentChanged;
import io.rapport.events.Purpose;
import io.rapport.platform.config.PlatformConfig;
import io.rapport.platform.config.PlatformConfig.ConsentDefault;
import io.rapport.platform.privacy.PersonalStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whether a profile allows a purpose. The record is this service's own table, fed by {@link ConsentChanged}; where none
 * stands, {@code rapport.consent.default.<purpose>} decides, and denied is what that says unless an operator set it.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class ConsentGate implements PersonalStore {
    private static final String READ =
            "select profile_id, purpose, granted from consent where profile_id = any($1::uuid[])";
    private static final String WRITE = "insert into consent (profile_id, purpose, granted, changed_at) "
            + "values ($1, $2, $3, $4) on conflict (profile_id, purpose) do update "
            + "set granted = excluded.granted, changed_at = excluded.changed_at "
            + "where consent.changed_at <= excluded.changed_at";

    private final EnumSet<Purpose> grantedByDefault;

    public ConsentGate(PlatformConfig config) {
        PlatformConfig.ConsentDefaults defaults = config.consent().defaults();
        this.grantedByDefault = EnumSet.allOf(Purpose.class);
        grantedByDefault.removeIf(purpose -> answer(defaults, purpose) == ConsentDefault.DENIED);
    }

    private static ConsentDefault answer(PlatformConfig.ConsentDefaults defaults, Purpose purpose) {
        return switch (purpose) {
            case ANALYTICS -> defaults.analytics();
            case PERSONALIZATION -> defaults.personalization();
            case MARKETING -> defaults.marketing();
            case ADVERTISING -> defaults.advertising();
        };
    }

    /** What somebody allows of whom nothing is known. */
    public Set<Purpose> defaults() {
        return Set.copyOf(grantedByDefault);
    }

    /** What each of these profiles allows. */
    public Uni<Map<UUID, Set<Purpose>>> allowed(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(profiles.toArray(UUID[]::new)))
                .map(rows -> overlay(profiles, rows));
    }

    private Map<UUID, Set<Purpose>> overlay(Collection<UUID> profiles, RowSet<Row> rows) {
        Map<UUID, Set<Purpose>> allowed = new HashMap<>();
        profiles.forEach(profile -> allowed.put(profile, EnumSet.copyOf(grantedByDefault)));
        for (Row row : rows) {
            Set<Purpose> purposes = allowed.get(row.getUUID("profile_id"));
            Purpose purpose = Purpose.valueOf(row.getString("purpose"));
            if (row.getBoolean("granted")) {
                purposes.add(purpose);
            } else {
                purposes.remove(purpose);
            }
        }
        return allowed;
    }

    /** Records a decision; an older one that arrives late changes nothing. */
    public Uni<Void> apply(SqlClient transaction, ConsentChanged change) {
        return apply(transaction, change, change.profileId());
    }

    /** The same for a profile that has been merged into {@code person} since. */
    public Uni<Void> apply(SqlClient transaction, ConsentChanged change, UUID person) {
        return transaction
                .preparedQuery(WRITE)
                .execute(Tuple.of(
                        person,
                        change.purpose().name(),
                        change.granted(),
                        change.timestamp().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Set<String> tables() {
        return Set.of("consent");
    }

    /** Erasure: the decisions of the person go too. */
    @Override
    public Uni<Void> erase(SqlClient transaction, UUID profile) {
        return transaction
                .preparedQuery("delete from consent where profile_id = $1")
                .execute(Tuple.of(profile))
                .replaceWithVoid();
    }

    /** A separated profile allows what both allowed together, until it is told what it said itself. */
    @Override
    public Uni<Void> unmerge(SqlClient transaction, UUID remaining, UUID separated, Collection<UUID> events) {
        String copy = "insert into consent (profile_id, purpose, granted, changed_at) "
                + "select $2, purpose, granted, changed_at from consent where profile_id = $1 on conflict do nothing";
        return transaction
                .preparedQuery(copy)
                .execute(Tuple.of(remaining, separated))
                .replaceWithVoid();
    }

    /** The survivor of a merge keeps, per purpose, the later of the two decisions. */
    @Override
    public Uni<Void> merge(SqlClient transaction, UUID survivor, UUID loser) {
        String move = "insert into consent (profile_id, purpose, granted, changed_at) "
                + "select $1, purpose, granted, changed_at from consent where profile_id = $2 "
                + "on conflict (profile_id, purpose) do update "
                + "set granted = excluded.granted, changed_at = excluded.changed_at "
                + "where consent.changed_at < excluded.changed_at";
        return transaction
                .preparedQuery(move)
                .execute(Tuple.of(survivor, loser))
                .chain(() -> erase(transaction, loser));
    }
}

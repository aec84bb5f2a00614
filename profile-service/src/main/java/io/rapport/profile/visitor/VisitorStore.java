package io.rapport.profile.visitor;

import io.rapport.platform.consent.ConsentGate;
import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierType;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads visitors from the truth. */
@ApplicationScoped
class VisitorStore {
    private static final String FIND = "select p.id, p.traits ->> 'locale' as locale, "
            + "coalesce(p.traits -> 'address' ->> 'country', p.traits ->> 'country') as country, "
            + "array(select u.value from identifier u where u.profile_id = p.id and u.type = 'userId') as user_ids, "
            + "array(select s.id from segment_member m join segment s on s.no = m.segment_no "
            + "where m.profile_id = p.id and s.is_public and not s.deleted order by s.id) as segments "
            + "from identifier i join profile p on p.id = i.profile_id where i.type = $1 and i.value = $2";
    private static final String KEYS =
            "select type, value from identifier where profile_id = any($1) and type in ('userId', 'anonymousId')";

    private final ConsentGate gate;

    VisitorStore(ConsentGate gate) {
        this.gate = gate;
    }

    Uni<Optional<Visitor>> find(SqlClient client, Identifier identifier) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(identifier.type().wire(), identifier.value()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : visitor(client, rows.iterator().next()).map(Optional::of));
    }

    private Uni<Visitor> visitor(SqlClient client, Row row) {
        UUID id = row.getUUID("id");
        Map<String, String> traits = new HashMap<>();
        put(traits, "locale", row.getString("locale"));
        put(traits, "country", row.getString("country"));
        List<String> userIds = List.of(row.getArrayOfStrings("user_ids"));
        List<String> segments = List.of(row.getArrayOfStrings("segments"));
        return gate.allowed(client, List.of(id))
                .map(allowed -> new Visitor(id, userIds, segments, allowed.get(id), traits));
    }

    private static void put(Map<String, String> traits, String name, @Nullable String value) {
        if (value != null) {
            traits.put(name, value);
        }
    }

    /** What the profiles are looked up by. */
    Uni<List<Identifier>> keys(SqlClient client, Collection<UUID> profiles) {
        return client.preparedQuery(KEYS).execute(Columns.ids(profiles)).map(rows -> {
            List<Identifier> keys = new ArrayList<>();
            for (Row row : rows) {
                keys.add(new Identifier(IdentifierType.of(row.getString(0)), row.getString(1)));
            }
            return keys;
        });
    }
}

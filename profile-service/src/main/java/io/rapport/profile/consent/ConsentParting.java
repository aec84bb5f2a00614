package io.rapport.profile.consent;

import io.rapport.events.Origin;
import io.rapport.events.Purpose;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Consent of a profile that is taken apart. Both keep what held for them together and all of its history; but who said no
 * themselves, and was overruled by a later yes of the other one, has said no.
 */
@ApplicationScoped
public class ConsentParting {
    private static final String COPY = "insert into consent_decision "
            + "(profile_id, purpose, granted, decided_at, source, origin, recorded_at) "
            + "select $2, purpose, granted, decided_at, source, origin, recorded_at from consent_decision "
            + "where profile_id = $1 on conflict do nothing";
    /** A decision is that of the part whose events say so; of both where no event does. */
    private static final String DECISIONS =
            "select d.purpose, d.granted, array(select distinct e.profile_id from event e "
                    + "where e.profile_id in ($1, $2) and e.timestamp = d.decided_at and e.source_id = d.source) as said_by "
                    + "from consent_decision d where d.profile_id = $1 order by d.decided_at, d.granted desc";

    private final ConsentStore store;

    ConsentParting(ConsentStore store) {
        this.store = store;
    }

    /** Both rows are locked and the events moved already; answers with what is to be announced, of both. */
    public Uni<List<ConsentStatement>> separate(SqlConnection transaction, UUID remaining, UUID separated) {
        return Uni.combine()
                .all()
                .unis(
                        store.states(transaction, List.of(remaining)),
                        transaction.preparedQuery(DECISIONS).execute(Tuple.of(remaining, separated)),
                        transaction.preparedQuery(COPY).execute(Tuple.of(remaining, separated)))
                .asTuple()
                .chain(read -> {
                    Map<UUID, Map<Purpose, Boolean>> words = new HashMap<>();
                    read.getItem2().forEach(row -> hear(words, row, List.of(remaining, separated)));
                    Map<ConsentState.Key, ConsentState> after = new HashMap<>();
                    read.getItem1().forEach((key, state) -> {
                        for (UUID part : List.of(remaining, separated)) {
                            after.put(new ConsentState.Key(part, key.purpose()), stricter(state, words, part, key));
                        }
                    });
                    return store.write(transaction, after).replaceWith(() -> news(after, read.getItem1()));
                });
    }

    private static void hear(Map<UUID, Map<Purpose, Boolean>> words, Row row, List<UUID> both) {
        List<UUID> saidBy = Arrays.asList(row.getArrayOfUUIDs("said_by"));
        for (UUID part : saidBy.isEmpty() ? both : saidBy) {
            words.computeIfAbsent(part, id -> new EnumMap<>(Purpose.class))
                    .put(Purpose.valueOf(row.getString("purpose")), row.getBoolean("granted"));
        }
    }

    private static ConsentState stricter(
            ConsentState together, Map<UUID, Map<Purpose, Boolean>> words, UUID part, ConsentState.Key key) {
        boolean own = words.getOrDefault(part, Map.of()).getOrDefault(key.purpose(), true);
        return new ConsentState(together.granted() && own, together.changedAt());
    }

    /** All of the separated profile's, and what is not as it was of the remaining one's. */
    private static List<ConsentStatement> news(
            Map<ConsentState.Key, ConsentState> after, Map<ConsentState.Key, ConsentState> before) {
        List<ConsentStatement> news = new ArrayList<>();
        after.forEach((key, state) -> {
            if (!state.equals(before.get(key))) {
                news.add(new ConsentStatement(
                        key.profileId(),
                        key.purpose(),
                        state.granted(),
                        state.changedAt(),
                        ConsentStatement.UNMERGE,
                        Origin.BACKFILL));
            }
        });
        return news;
    }
}

package io.rapport.profile.cohort;

import io.rapport.profile.identity.Identifier;
import io.rapport.profile.identity.IdentifierRules;
import io.rapport.profile.identity.IdentityStore;
import io.rapport.profile.reference.PersonReference;
import io.rapport.profile.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds many people at once, and those of them who are members. */
@ApplicationScoped
class CohortStore {
    private static final String CANONICAL =
            "select id, coalesce(merged_into, id) from profile where id = any($1) and erased_at is null";
    private static final String MEMBERS =
            "select profile_id from segment_member where profile_id = any($1) and segment_no = $2";

    private final IdentityStore identities;

    CohortStore(IdentityStore identities) {
        this.identities = identities;
    }

    /** The profiles that stand for people now. */
    record Found(Map<UUID, UUID> byId, Map<Identifier, UUID> byIdentifier) {
        @Nullable
        UUID profile(PersonReference who) {
            return who instanceof PersonReference.ById named
                    ? byId.get(named.profileId())
                    : identifier(who).map(byIdentifier::get).orElse(null);
        }
    }

    Uni<Found> find(SqlClient client, List<Mention> mentions) {
        Set<UUID> ids = new HashSet<>();
        Set<Identifier> identifiers = new HashSet<>();
        for (Mention mention : mentions) {
            if (mention.who() instanceof PersonReference.ById named) {
                ids.add(named.profileId());
            } else {
                identifier(mention.who()).ifPresent(identifiers::add);
            }
        }
        return Uni.combine()
                .all()
                .unis(canonical(client, ids), identities.owners(client, identifiers))
                .with(Found::new);
    }

    private static Optional<Identifier> identifier(PersonReference who) {
        return who instanceof PersonReference.ByIdentifier named
                ? IdentifierRules.normalise(named.type(), named.value(), null)
                : Optional.empty();
    }

    private static Uni<Map<UUID, UUID>> canonical(SqlClient client, Collection<UUID> ids) {
        return client.preparedQuery(CANONICAL).execute(Columns.ids(ids)).map(rows -> {
            Map<UUID, UUID> canonical = new HashMap<>();
            rows.forEach(row -> canonical.put(row.getUUID(0), row.getUUID(1)));
            return canonical;
        });
    }

    /** Those of the profiles who are in a segment. */
    Uni<Set<UUID>> members(SqlClient client, int segment, Collection<UUID> profiles) {
        return client.preparedQuery(MEMBERS)
                .execute(Columns.ids(profiles).addInteger(segment))
                .map(rows -> {
                    Set<UUID> members = new HashSet<>();
                    rows.forEach(row -> members.add(row.getUUID(0)));
                    return members;
                });
    }
}

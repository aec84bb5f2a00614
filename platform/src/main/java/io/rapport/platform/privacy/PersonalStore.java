package io.rapport.platform.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A store that keeps rows of persons, by profile id. Every one is a bean of this type, so that erasure and merges reach
 * it; both may come more than once for the same profiles.
 */
public interface PersonalStore {
    /** The tables that it keeps: a service's test holds that every table with a {@code profile_id} is some store's. */
    Set<String> tables();

    /** Forgets the person, in this transaction. */
    Uni<Void> erase(SqlClient transaction, UUID profile);

    /** Moves what is the loser's to the survivor, in this transaction. */
    Uni<Void> merge(SqlClient transaction, UUID survivor, UUID loser);

    /**
     * Gives a separated profile what is its own, in this transaction. What a store cannot tell apart stays with the remaining
     * one; so does everything unless a store says otherwise.
     *
     * @param events the events that belong to the separated profile, perhaps only some of them: the others come with another call
     */
    default Uni<Void> unmerge(SqlClient transaction, UUID remaining, UUID separated, Collection<UUID> events) {
        return Uni.createFrom().voidItem();
    }
}

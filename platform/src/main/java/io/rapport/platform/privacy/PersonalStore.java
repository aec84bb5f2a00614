package io.rapport.platform.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
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
}

package io.rapport.recommendation.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.UUID;

/** What every store of this service that keeps something of persons can do; the calls run in one transaction. */
public interface PersonalStore {
    /** Makes what is kept under the one profile the other's. May be asked again for what came late. */
    Uni<Void> move(SqlConnection transaction, UUID from, UUID into);

    /** Deletes all that is kept under these profiles. */
    Uni<Void> forget(SqlConnection transaction, Collection<UUID> profiles);
}

package io.rapport.profile.profile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.UUID;

/** A feature that keeps what profiles' events add up to, and has to add it up anew where they have other events now. */
public interface ProfileRebuild {
    /** Called once the events have moved, in the transaction that holds the profiles' rows. */
    Uni<Void> rebuilt(SqlConnection transaction, Collection<UUID> profiles);
}
